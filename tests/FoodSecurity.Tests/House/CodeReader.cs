using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FoodSecurity.Tests.House;

/// <summary>One type that refers directly to another.</summary>
/// <param name="Namespace">Namespace of the type that refers.</param>
/// <param name="Type">Its name; for nested and generated types the outermost one.</param>
/// <param name="ToNamespace">Namespace referred to.</param>
/// <param name="ToType">Type referred to.</param>
public sealed record Reference(string Namespace, string Type, string ToNamespace, string ToType);

/// <summary>
/// Reads from a compiled assembly which type refers to which: base types, interfaces, fields, signatures, locals, and every type or member
/// that a method body names. Works on the bytes, so that nothing is loaded or run.
/// </summary>
internal sealed class CodeReader : ISignatureTypeProvider<int, int>
{
    private static readonly OpCode[] Short = Codes(1),
        Long = Codes(2);

    private readonly MetadataReader _metadata;
    private readonly HashSet<Reference> _found = [];
    private (string Namespace, string Name) _at;

    private CodeReader(MetadataReader metadata) => _metadata = metadata;

    public static IReadOnlySet<Reference> Read(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var reader = new CodeReader(file.GetMetadataReader());
        foreach (var handle in reader._metadata.TypeDefinitions)
        {
            reader.ReadType(handle, file);
        }

        return reader._found;
    }

    private void ReadType(TypeDefinitionHandle handle, PEReader file)
    {
        var type = _metadata.GetTypeDefinition(handle);
        _at = Outermost(handle);
        Token(type.BaseType);
        foreach (var i in type.GetInterfaceImplementations())
        {
            Token(_metadata.GetInterfaceImplementation(i).Interface);
        }

        foreach (var f in type.GetFields())
        {
            _metadata.GetFieldDefinition(f).DecodeSignature(this, 0);
        }

        foreach (var m in type.GetMethods())
        {
            var method = _metadata.GetMethodDefinition(m);
            method.DecodeSignature(this, 0);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
            {
                _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, 0);
            }

            foreach (var region in body.ExceptionRegions)
            {
                Token(region.CatchType);
            }

            ReadInstructions(body.GetILReader());
        }
    }

    private void ReadInstructions(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var operation = first == 0xfe ? Long[code.ReadByte()] : Short[first];
            switch (operation.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok:
                    Token(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += operation.OperandType switch
                    {
                        OperandType.InlineNone => 0,
                        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                        OperandType.InlineVar => 2,
                        OperandType.InlineI8 or OperandType.InlineR => 8,
                        _ => 4,
                    };
                    break;
            }
        }
    }

    private void Token(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add(Outermost((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Add(Outermost((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, 0);
                break;
            case HandleKind.MemberReference:
                Token(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodDefinition:
                Add(Outermost(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                Add(Outermost(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Token(generic.Method);
                generic.DecodeSignature(this, 0);
                break;
        }
    }

    private void Add((string Namespace, string Name) to)
    {
        if (to != _at && to.Namespace.Length > 0)
        {
            _found.Add(new Reference(_at.Namespace, _at.Name, to.Namespace, to.Name));
        }
    }

    private (string Namespace, string Name) Outermost(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Outermost(outer)
            : (_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    private (string Namespace, string Name) Outermost(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope is { Kind: HandleKind.TypeReference } outer
            ? Outermost((TypeReferenceHandle)outer)
            : (_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    private static OpCode[] Codes(int size)
    {
        var codes = new OpCode[256];
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (field.GetValue(null) is OpCode code && code.Size == size)
            {
                codes[code.Value & 0xff] = code;
            }
        }

        return codes;
    }

    // Decoding a signature visits every type in it; there is nothing to hand on.
    int ISignatureTypeProvider<int, int>.GetTypeFromSpecification(MetadataReader r, int c, TypeSpecificationHandle h, byte k) =>
        r.GetTypeSpecification(h).DecodeSignature(this, c);

    int ISimpleTypeProvider<int>.GetTypeFromDefinition(MetadataReader r, TypeDefinitionHandle h, byte k)
    {
        Add(Outermost(h));
        return 0;
    }

    int ISimpleTypeProvider<int>.GetTypeFromReference(MetadataReader r, TypeReferenceHandle h, byte k)
    {
        Add(Outermost(h));
        return 0;
    }

    int ISimpleTypeProvider<int>.GetPrimitiveType(PrimitiveTypeCode code) => 0;

    int ISZArrayTypeProvider<int>.GetSZArrayType(int element) => 0;

    int IConstructedTypeProvider<int>.GetArrayType(int element, ArrayShape shape) => 0;

    int IConstructedTypeProvider<int>.GetByReferenceType(int element) => 0;

    int IConstructedTypeProvider<int>.GetPointerType(int element) => 0;

    int IConstructedTypeProvider<int>.GetGenericInstantiation(int generic, ImmutableArray<int> arguments) => 0;

    int ISignatureTypeProvider<int, int>.GetFunctionPointerType(MethodSignature<int> signature) => 0;

    int ISignatureTypeProvider<int, int>.GetGenericMethodParameter(int context, int index) => 0;

    int ISignatureTypeProvider<int, int>.GetGenericTypeParameter(int context, int index) => 0;

    int ISignatureTypeProvider<int, int>.GetModifiedType(int modifier, int unmodified, bool required) => 0;

    int ISignatureTypeProvider<int, int>.GetPinnedType(int element) => 0;
}

using System.Collections.Concurrent;
using SkiaSharp;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>
/// The typefaces of a machine: the family of the charts, and for each character it lacks another that has it. The Skia library that needs no system libraries
/// cannot be asked for "a font with this character": known families are tried by name, then all that are installed.
/// </summary>
internal sealed class InstalledFaces
{
    private static readonly string[] Preferred = ["Noto Sans", "DejaVu Sans"];

    private static readonly string[] Fallbacks =
    [
        "DejaVu Sans",
        "Noto Sans Arabic",
        "Noto Naskh Arabic",
        "Noto Sans CJK SC",
        "Noto Sans CJK KR",
        "Noto Sans SC",
        "Noto Sans KR",
        "Noto Sans Hebrew",
        "Noto Sans Devanagari",
        "Noto Sans Bengali",
        "Noto Sans Ethiopic",
        "Noto Sans Thai",
        "Noto Sans Myanmar",
        "Noto Sans Khmer",
        "Noto Sans Symbols",
        "Noto Sans Symbols 2",
        "Noto Sans Math",
        "Droid Sans Fallback",
    ];

    private readonly IReadOnlySet<string>? only;
    private readonly ConcurrentDictionary<(string Name, bool Bold), SKTypeface?> families = new();
    private readonly ConcurrentDictionary<(int Rune, bool Bold), (SKTypeface Face, bool Has)> runeFaces = new();
    private readonly Lazy<string[]> others;
    private readonly Lazy<InstalledFaces> forFiles;

    /// <param name="only">The families to know, as if no other were installed; null: all.</param>
    public InstalledFaces(IReadOnlySet<string>? only = null)
    {
        this.only = only;
        Usable = Preferred.FirstOrDefault(name => Family(name, false) is not null);
        forFiles = new(() => new InstalledFaces(only) { Reserves = false });
        others = new(() =>
            [
                .. SKFontManager
                    .Default.GetFontFamilies()
                    .Distinct()
                    .OrderBy(name =>
                        name.StartsWith("Noto Sans", StringComparison.Ordinal) ? 0
                        : name.Contains("Sans", StringComparison.Ordinal) ? 1
                        : name.Contains("Noto", StringComparison.Ordinal) ? 2
                        : 3
                    )
                    .ThenBy(name => name, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The family in use, or null where none of the preferred ones is installed.</summary>
    public string? Usable { get; }

    /// <summary>False where pictures are for these faces alone, so that no room is kept for letters that only a reader's browser may have.</summary>
    public bool Reserves { get; private init; } = true;

    /// <summary>The same faces for a file that shows what these faces show.</summary>
    public InstalledFaces ForFiles => forFiles.Value;

    /// <summary>Widths of lines that were measured with these faces.</summary>
    public ConcurrentDictionary<(string Text, double Size, bool Bold), double> Widths { get; } = new();

    /// <summary>The face of a character, and whether it has it: where no installed face has, the main one stands.</summary>
    public (SKTypeface Face, bool Has) Of(int rune, bool bold) => runeFaces.GetOrAdd((rune, bold), key =>
        {
            SKTypeface main = Main(key.Bold);
            if (main.ContainsGlyph(key.Rune) || IsUnseen(key.Rune))
            {
                return (main, true);
            }
            SKTypeface? other = Fallbacks
                .Concat(others.Value)
                .Select(name => Family(name, key.Bold))
                .FirstOrDefault(face => face?.ContainsGlyph(key.Rune) == true)
                ?? (only is null ? SKFontManager.Default.MatchCharacter(key.Rune) : null);
            return other is null ? (main, false) : (other, true);
        });

    public SKTypeface Main(bool bold) => (Usable is null ? null : Family(Usable, bold)) ?? SKTypeface.Default;

    /// <summary>Marks of direction, joiners and variation selectors draw nothing.</summary>
    private static bool IsUnseen(int rune) =>
        rune
            is < 0x20
                or 0xAD
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFEFF;

    private SKTypeface? Family(string name, bool bold) =>
        families.GetOrAdd((name, bold), key =>
            only is not null && !only.Contains(key.Name)
                ? null
                : SKFontManager.Default.MatchFamily(key.Name, key.Bold ? SKFontStyle.Bold : SKFontStyle.Normal)
        );
}

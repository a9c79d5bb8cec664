using System.Text.Json;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// The objects of one array in a JSON answer, one after the other, with the physical line each begins on. Answers that programs give
/// stand on one line as a rule; then the place of a figure is told by the record's number and the path in it.
/// </summary>
internal sealed class JsonRecords
{
    private const int Largest = 512 * 1024 * 1024;

    private readonly SourceFile _file;
    private readonly byte[] _bytes;
    private JsonReaderState _state;
    private int _at;
    private int _counted;
    private long _line = 1;

    /// <summary>Reads the answer up to the array.</summary>
    /// <param name="file">The file.</param>
    /// <param name="property">Name of the array in the outermost object; null where the array is the outermost thing.</param>
    /// <param name="second">True where the outermost array holds a header object and then the array (the World Bank's answers).</param>
    /// <exception cref="DataFormatException">No such array, or the text is cut off.</exception>
    public JsonRecords(SourceFile file, string? property = null, bool second = false)
    {
        _file = file;
        using var data = file.OpenData();
        using var all = new MemoryStream();
        try
        {
            data.CopyTo(all);
        }
        catch (InvalidDataException damaged)
        {
            throw Wrong(0, damaged.Message);
        }

        if (all.Length > Largest)
        {
            throw Wrong(0, $"{all.Length} bytes of JSON");
        }

        _bytes = all.ToArray();
        _at = _bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0;
        Step(
            (ref Utf8JsonReader json) =>
            {
                json.Read();
                if (property is not null)
                {
                    while (
                        json.Read()
                        && !(json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(property))
                    ) { }

                    json.Read();
                }
                else if (second)
                {
                    json.Read();
                    json.Skip();
                    json.Read();
                }

                return json.TokenType == JsonTokenType.StartArray ? true : throw Wrong(Line(json), "no array of records");
            }
        );
    }

    /// <summary>The current record.</summary>
    public JsonElement Row { get; private set; }

    public long CurrentLine { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    public bool Next(ReadContext context)
    {
        context.ShareRead = _at / (double)_bytes.Length;
        return Step(
            (ref Utf8JsonReader json) =>
            {
                if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                {
                    return false;
                }

                CurrentLine = Line(json);
                Row = JsonElement.ParseValue(ref json);
                Number++;
                context.Rows++;
                return true;
            }
        );
    }

    private delegate bool Reading(ref Utf8JsonReader json);

    private bool Step(Reading reading)
    {
        var json = new Utf8JsonReader(_bytes.AsSpan(_at), isFinalBlock: true, _state);
        try
        {
            return reading(ref json);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw Wrong(Line(json), wrong.Message);
        }
        finally
        {
            _at += (int)json.BytesConsumed;
            _state = json.CurrentState;
        }
    }

    private long Line(in Utf8JsonReader json)
    {
        var to = Math.Min(_bytes.Length, _at + (int)json.TokenStartIndex);
        _line += to > _counted ? _bytes.AsSpan(_counted, to - _counted).Count((byte)'\n') : 0;
        _counted = Math.Max(_counted, to);
        return _line;
    }

    private DataFormatException Wrong(long line, string found) =>
        new(
            new DataProblem(
                _file.Head.Shown,
                line,
                "",
                found,
                "a whole JSON answer with an array of records; if this one is cut off, ask for it again"
            )
        );
}

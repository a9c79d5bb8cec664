using System.Text;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>Names of scripts by the blocks of Unicode, for words that no installed typeface can set.</summary>
internal static class ScriptNames
{
    private static readonly (int From, int To, string Key)[] Blocks =
    [
        (0x0370, 0x03FF, "greek"),
        (0x0400, 0x052F, "cyrillic"),
        (0x0530, 0x058F, "armenian"),
        (0x0590, 0x05FF, "hebrew"),
        (0x0600, 0x06FF, "arabic"),
        (0x0700, 0x074F, "syriac"),
        (0x0750, 0x077F, "arabic"),
        (0x0780, 0x07BF, "thaana"),
        (0x07C0, 0x07FF, "nko"),
        (0x08A0, 0x08FF, "arabic"),
        (0x0900, 0x097F, "devanagari"),
        (0x0980, 0x09FF, "bengali"),
        (0x0A00, 0x0A7F, "gurmukhi"),
        (0x0A80, 0x0AFF, "gujarati"),
        (0x0B00, 0x0B7F, "oriya"),
        (0x0B80, 0x0BFF, "tamil"),
        (0x0C00, 0x0C7F, "telugu"),
        (0x0C80, 0x0CFF, "kannada"),
        (0x0D00, 0x0D7F, "malayalam"),
        (0x0D80, 0x0DFF, "sinhala"),
        (0x0E00, 0x0E7F, "thai"),
        (0x0E80, 0x0EFF, "lao"),
        (0x0F00, 0x0FFF, "tibetan"),
        (0x1000, 0x109F, "myanmar"),
        (0x10A0, 0x10FF, "georgian"),
        (0x1100, 0x11FF, "hangul"),
        (0x1200, 0x139F, "ethiopic"),
        (0x1780, 0x17FF, "khmer"),
        (0x1800, 0x18AF, "mongolian"),
        (0x2E80, 0x2FDF, "han"),
        (0x3040, 0x30FF, "kana"),
        (0x3130, 0x318F, "hangul"),
        (0x3400, 0x9FFF, "han"),
        (0xA960, 0xA97F, "hangul"),
        (0xAC00, 0xD7FF, "hangul"),
        (0xF900, 0xFAFF, "han"),
        (0xFB1D, 0xFB4F, "hebrew"),
        (0xFB50, 0xFDFF, "arabic"),
        (0xFE70, 0xFEFE, "arabic"),
        (0x20000, 0x3FFFF, "han"),
    ];

    /// <summary>A letter of each script that people in food-insecure countries write in; with none of them missing a machine is well equipped.</summary>
    private static readonly int[] Wanted = [0x0416, 0x0639, 0x0915, 0x0995, 0x0E01, 0x0E81, 0x1000, 0x1208, 0x1780, 0x4E2D, 0xAC00];

    /// <summary>"Hangul"; of a character outside the table its number, "U+1F33E".</summary>
    public static string Of(Rune rune)
    {
        foreach ((int from, int to, string key) in Blocks)
        {
            if (rune.Value >= from && rune.Value <= to)
            {
                return Texts.English[$"script.{key}"];
            }
        }
        return $"U+{rune.Value:X4}";
    }

    /// <summary>Scripts in use in the countries shown of which no letter can be set.</summary>
    public static IReadOnlyList<string> Lacking(InstalledFaces faces) =>
        [.. Wanted.Where(rune => !faces.Of(rune, false).Has).Select(rune => Of(new Rune(rune)))];
}

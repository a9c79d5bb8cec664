using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Cli;

/// <summary>Finds what an argument names, and says what is nearest where it names nothing.</summary>
internal static class Lookup
{
    public static Area? Area(Archive archive, string text)
    {
        if (archive.Words.FindArea(text) is { } area)
        {
            return area;
        }

        Console.Error.WriteLine(
            $"No area \"{text}\". Nearest: {string.Join(", ", AreaDirectory.Nearest(archive, text).Select(a => $"{a.Code} ({a.Name})"))}."
        );
        return null;
    }

    /// <summary>Reads --asof; false, with the complaint told, where it is no date.</summary>
    public static bool Day(string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
        {
            return true;
        }

        if (Dates.Asked(text) is not { } date)
        {
            Console.Error.WriteLine($"--asof: found \"{text}\", expected a date from 1000-01-01 to 2200-12-31 as yyyy-MM-dd.");
            return false;
        }

        day = date;
        return true;
    }
}

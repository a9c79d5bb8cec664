using FoodSecurity.Answers;
using FoodSecurity.Observations;

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

        Console.Error.WriteLine($"No area \"{text}\". Nearest: {string.Join(", ", AreaDirectory.Nearest(archive, text).Select(a => $"{a.Code} ({a.Name})"))}.");
        return null;
    }
}

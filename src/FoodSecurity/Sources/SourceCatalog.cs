using FoodSecurity.Observations;

namespace FoodSecurity.Sources;

/// <summary>Every format the program reads, one line each.</summary>
public static class SourceCatalog
{
    public static IReadOnlyList<IReleaseReader> Readers { get; } = [];

    public static IReleaseReader Recognise(SourceFile file) =>
        throw new DataFormatException(new DataProblem(file.Head.Shown, 1, "", file.Head.First, "a known header"));
}

namespace FoodSecurity.Benchmarks;

internal static class LoadBenchmark
{
    public static int Run(string folder, int rounds) => folder.Length + rounds > 0 ? 0 : 1;
}

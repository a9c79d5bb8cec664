using FoodSecurity.Sources;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Tests.Sources;

/// <summary>What reading keeps in memory; alone in the process, for the heap is everybody's.</summary>
[CollectionDefinition(nameof(ReadingMemoryTests), DisableParallelization = true)]
[Collection(nameof(ReadingMemoryTests))]
public sealed class ReadingMemoryTests
{
    [Fact]
    public void Reading_psd_keeps_level_memory()
    {
        var file = SourceFile.Open(RecordedFile.Sample("psd/psd_grains_pulses_csv.zip"));
        var reader = SourceCatalog.Recognise(file);
        long first = 0,
            most = 0,
            rows = 0;
        foreach (var _ in reader.Read(file, new ReadContext(RecordedFile.Words, file.Name)))
        {
            if (++rows % 50_000 == 0)
            {
                var now = GC.GetTotalMemory(forceFullCollection: true);
                first = first == 0 ? now : first;
                most = Math.Max(most, now);
            }
        }

        rows.ShouldBeGreaterThan(500_000);
        (most - first).ShouldBeLessThan(60_000_000);
    }
}

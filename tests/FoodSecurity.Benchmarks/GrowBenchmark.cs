using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Benchmarks;

/// <summary>A database of ten times as many rows: the same file again and again, each time as another dataset, by the way every release takes.</summary>
internal static class GrowBenchmark
{
    public static int Run(string file, string location, int datasets)
    {
        var words = Vocabulary.Load(DatabaseLocation.FindFolder("seeds"));
        var store = Store.Open(location);
        var source = SourceCatalog.Open(file);
        var reader = SourceCatalog.Recognise(source);
        for (var number = 1; number <= datasets; number++)
        {
            var dataset = number == 1 ? "fao-qcl" : string.Create(CultureInfo.InvariantCulture, $"more-{number}");
            var keys = new Dictionary<SeriesKey, SeriesKey>(ReferenceEqualityComparer.Instance as IEqualityComparer<SeriesKey>);
            using var writer = ReleaseWriter.Begin(store, reader.Describe(source) with { Dataset = dataset });
            foreach (var row in reader.Read(source, new ReadContext(words, source.Name)))
            {
                if (!keys.TryGetValue(row.Series, out var key))
                {
                    keys.Add(row.Series, key = row.Series with { Dataset = dataset });
                }

                writer.Add(row with { Series = key });
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dataset}: {writer.Commit(0).New:N0} rows"));
        }

        store.Close();
        return 0;
    }
}

using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.Tracing;
using FoodSecurity.Observations;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.House;

[assembly: AssemblyFixture(typeof(ShippedArchive))]

namespace FoodSecurity.Tests.Answers;

/// <summary>A database of its own with everything the clone ships, loaded once, when the first test asks for it.</summary>
public sealed class ShippedArchive : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-shipped-").FullName;
    private readonly Lazy<(Archive Archive, IReadOnlyList<LoadReport> Reports)> _loaded;

    public ShippedArchive() =>
        _loaded = new(() =>
        {
            var archive = Archive.Open(Database, Clone.Seeds);
            return (archive, ShippedData.Load(archive, Clone.Datasets, null, null));
        });

    /// <summary>Path of the database; ask for <see cref="Archive"/> first.</summary>
    public string Database => Path.Combine(_folder, "shipped.db");

    public Archive Archive => _loaded.Value.Archive;

    public IReadOnlyList<LoadReport> Reports => _loaded.Value.Reports;

    /// <summary>The page of an area; it must have one.</summary>
    public AreaView Area(string code) => AreaAnswer.Of(Archive, code).ShouldNotBeNull();

    /// <summary>Every series of an area as its page reads them.</summary>
    public AreaSeries Series(string code, DateOnly? asOf = null)
    {
        using var connection = Archive.Read();
        return AreaSeries.Read(Archive, connection, Archive.Words.Areas[code], asOf);
    }

    public TraceView Trace(
        string dataset,
        string area,
        string item,
        string element,
        string period,
        string? basis = null,
        string? indicator = null
    ) =>
        TraceAnswer
            .Of(Archive, new TraceQuestion(dataset, area, item, element, period) { Basis = basis, Indicator = indicator })
            .ShouldNotBeNull($"{dataset} {area} {item} {element} {period}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Observations.Releases;

/// <summary>A store of its own with releases written by hand: each figure is "period value" of one series.</summary>
public sealed class ReleaseRoom : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-releases-").FullName;
    private int _files;

    /// <param name="location">A server's connection string; null: a file of its own.</param>
    public ReleaseRoom(string? location = null) => Store = Store.Open(location ?? Path.Combine(_folder, "releases.db"));

    public Store Store { get; }

    public string Folder => _folder;

    public static SeriesKey Key(
        string item = "rice",
        string unit = "1000-t",
        string element = "production",
        string dataset = "own",
        string area = "PRK"
    ) =>
        new()
        {
            Dataset = dataset,
            Area = area,
            Item = item,
            Element = element,
            Unit = unit,
        };

    public static Observation Row(string period, double? value, SeriesKey? key = null, string publishedOn = "", long line = 2)
    {
        Period.TryParse(period, null, out var when).ShouldBeTrue();
        return new Observation
        {
            Series = key ?? Key(),
            Period = when,
            Value = value,
            ValueText = value?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            Line = line,
            Column = "value",
            PublishedOn = publishedOn,
            Status = value is null ? ObservationStatus.Missing : ObservationStatus.Official,
        };
    }

    /// <summary>A release; its id comes back. Files of one name are one file.</summary>
    public long Write(string? releasedOn, bool whole, params IEnumerable<Observation> rows) =>
        Write(releasedOn, whole, null, rows).ReleaseId;

    public LoadReport Write(string? releasedOn, bool whole, string? name, IEnumerable<Observation> rows, string dataset = "own")
    {
        name ??= (++_files).ToString(CultureInfo.InvariantCulture);
        using var writer = ReleaseWriter.Begin(
            Store,
            new ReleaseDraft
            {
                Dataset = dataset,
                FileName = name + ".csv",
                Sha256 = name.PadLeft(64, '0'),
                LoadedFile = name + ".csv",
                LoadedSha256 = name.PadLeft(64, '0'),
                Format = "test",
                ReleasedOn = releasedOn,
                Coverage = whole ? ReleaseCoverage.Whole : ReleaseCoverage.Part,
            }
        );
        foreach (var row in rows)
        {
            writer.Add(row);
        }

        return writer.Commit(0);
    }

    /// <summary>Period and value of what is current, as known on a day.</summary>
    public IReadOnlyDictionary<string, decimal?> Values(DateOnly? asOf = null)
    {
        using var connection = Store.OpenReader();
        return SeriesQuery
            .Find(
                connection,
                new SeriesQuestion
                {
                    Area = "PRK",
                    Items = ["rice"],
                    AsOf = asOf,
                }
            )
            .SelectMany(s => s.Points)
            .ToDictionary(p => p.Period.Label, p => p.Value);
    }

    public string Shown(DateOnly? asOf = null) =>
        string.Join(
            ' ',
            Values(asOf)
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}={v.Value}"))
        );

    /// <summary>Label, value, release and the release that replaced it.</summary>
    public IReadOnlyList<string> History()
    {
        using var connection = Store.OpenReader();
        return connection.Rows<string>(
            """
            select p.label || '=' || cast(h.value as integer) || ' ' || h.release_id || '>' || h.replaced_by
            from observation_history h join period p on p.id = h.period_id order by p.label, h.release_id
            """
        );
    }

    public long Count(string table)
    {
        using var connection = Store.OpenReader();
        return connection.One<long>("select count(*) from " + table);
    }

    public long Version()
    {
        using var connection = Store.OpenReader();
        return DataVersion.Read(connection);
    }

    public void Dispose()
    {
        Store.Close();
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers;

/// <summary>The open database with the words it is read by: what every answer starts from. Safe to share between threads.</summary>
public sealed class Archive
{
    private Archive(Store store, Vocabulary words, Corrections corrections, string seedsFolder)
    {
        Store = store;
        Words = words;
        Corrections = corrections;
        SeedsFolder = seedsFolder;
    }

    public Store Store { get; }

    public Vocabulary Words { get; }

    public Corrections Corrections { get; }

    public string SeedsFolder { get; }

    public Texts Texts => Texts.English;

    /// <summary>Opens the database the setting names, with the seeds of the clone or of the published program.</summary>
    public static Archive Open(string? database = null, string? seedsFolder = null)
    {
        var seeds = seedsFolder ?? DatabaseLocation.FindFolder("seeds");
        var words = Vocabulary.Load(seeds);
        words.Name(IndicatorCatalog.Measures);
        return new Archive(Store.Open(DatabaseLocation.Find(database)), words, Corrections.Load(seeds), seeds);
    }

    public DbConnection Read() => Store.OpenReader();

    public long Version() => Store.Version();
}

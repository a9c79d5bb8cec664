using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.Tracing;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.House;
using FoodSecurity.Tests.Sources;

namespace FoodSecurity.Tests.Answers;

/// <summary>A correction of ours against releases of a provider that repairs the value one day.</summary>
public sealed class CorrectionCheckTests(ShippedArchive shipped)
{
    [Fact]
    public void A_correction_fits_until_the_provider_repairs_the_value_and_then_is_told()
    {
        var archive = Corrected("own,PRK,rice,production,milled,,,2020,13600,1360,A nought too many,a reader");
        Load(archive, "2020,13600");
        CorrectionCheck.Of(archive).ShouldBeEmpty();
        AreaAnswer.Of(archive, "PRK").ShouldNotBeNull();
        TraceAnswer
            .Of(archive, new TraceQuestion("own", "PRK", "rice", "production", "2020"))
            .ShouldNotBeNull()
            .Point.Value.ShouldBe(1360m);

        Load(archive, "2020,1361");
        CorrectionCheck.Of(archive).ShouldHaveSingleItem().ToString().ShouldContain("13600 for own PRK rice production milled 2020");
        Should.Throw<DataFormatException>(() => AreaAnswer.Of(archive, "PRK")).Message.ShouldContain("review the correction");
    }

    [Fact]
    public void The_corrections_that_are_shipped_fit_what_is_shipped() => CorrectionCheck.Of(shipped.Archive).ShouldBeEmpty();

    private static void Load(Archive archive, string cells)
    {
        var file = Path.Combine(RecordedFile.Folder(), "own.csv");
        File.WriteAllText(file, "area,item,element,unit,basis,period,value\nPRK,rice,production,1000-t,milled," + cells + "\n");
        FileLoader.Load(archive.Store, archive.Words, file, new LoadOptions());
    }

    private static Archive Corrected(string row)
    {
        var seeds = RecordedFile.Folder();
        foreach (var file in Directory.EnumerateFiles(Clone.Seeds, "*.csv"))
        {
            File.Copy(file, Path.Combine(seeds, Path.GetFileName(file)));
        }

        File.AppendAllText(Path.Combine(seeds, "corrections.csv"), row + "\n");
        return Archive.Open(Path.Combine(RecordedFile.Folder(), "corrected.db"), seeds);
    }
}

using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Observations;

/// <summary>The tables of seeds/ hold together, and the traps they are made for stay closed.</summary>
public class VocabularyTests
{
    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Load(Clone.Seeds));

    [Theory]
    [InlineData("psd", "KN", "PRK")]
    [InlineData("fao", "116", "PRK")]
    [InlineData("m49", "408", "PRK")]
    [InlineData("m49", "116", "KHM")]
    [InlineData("worldbank", "PRK", "PRK")]
    public void Codes_collide_between_systems_and_are_never_mixed(string system, string code, string area) =>
        Words.Value.Area(system, code).ShouldBe(area);

    [Fact]
    public void A_code_without_its_system_is_nothing() => Words.Value.Area("psd", "408").ShouldBeNull();

    [Theory]
    [InlineData("the North")]
    [InlineData("North Korea")]
    [InlineData("DPRK")]
    [InlineData("prk")]
    [InlineData("북한")]
    public void North_Korea_answers_to_its_names(string name) => Words.Value.FindArea(name)!.Code.ShouldBe("PRK");

    [Theory]
    [InlineData("Korea")]
    [InlineData("Congo")]
    public void A_name_that_two_countries_share_answers_for_neither(string name) => Words.Value.FindArea(name).ShouldBeNull();

    [Fact]
    public void No_alias_belongs_to_two_areas()
    {
        var twice = Words
            .Value.Areas.Values.SelectMany(a => a.Names.Select(n => (Name: n.ToUpperInvariant(), a.Code)).Distinct())
            .GroupBy(n => n.Name)
            .Where(g => g.Select(n => n.Code).Distinct().Count() > 1)
            .Where(g => g.Count(n => Words.Value.Areas[n.Code].Level == AreaLevel.Country) > 1);
        twice.Select(g => $"{g.Key}: {string.Join(", ", g.Select(n => n.Code))}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_parent_provider_unit_and_basis_that_is_named_exists()
    {
        var w = Words.Value;
        w.Areas.Values.Where(a => a.Parent.Length > 0 && !w.Areas.ContainsKey(a.Parent)).ShouldBeEmpty();
        w.Items.Values.Where(i => i.Parent.Length > 0 && !w.Items.ContainsKey(i.Parent)).ShouldBeEmpty();
        w.Datasets.Values.Where(d => !w.Providers.ContainsKey(d.Provider)).ShouldBeEmpty();
        // "fao-qcl|un-wpp@population": what stands before the @ is a dataset of ours or, with "un-", one of the United Nations that is not loaded.
        w.Datasets.Values.SelectMany(d => d.DerivedFrom.Split('|', StringSplitOptions.RemoveEmptyEntries))
            .Select(d => d.Split('@'))
            .Where(d => d[0].Length > 0 && !w.Datasets.ContainsKey(d[0]) && !d[0].StartsWith("un-", StringComparison.Ordinal))
            .ShouldBeEmpty();
        w.Datasets.Values.SelectMany(d => d.DerivedFrom.Split('|', StringSplitOptions.RemoveEmptyEntries))
            .Where(d => d.Contains('@', StringComparison.Ordinal))
            .SelectMany(d => d.Split('@')[1].Split('+'))
            .Where(e => !w.Elements.ContainsKey(e))
            .ShouldBeEmpty();
        w.Units.Values.Where(u => u.Base.Length > 0 && !w.Units.ContainsKey(u.Base)).ShouldBeEmpty();
        w.Elements.Values.Where(e => e.DefaultUnit.Length > 0 && !w.Units.ContainsKey(e.DefaultUnit)).ShouldBeEmpty();
        w.Factors.SelectMany(f => new[] { f.FromBasis, f.ToBasis })
            .Where(b => b != "fresh" && !w.Bases.ContainsKey(b))
            .Distinct()
            .ShouldBeEmpty();
        w.Factors.Where(f => f.Citation.Length == 0 || f.Value <= 0).ShouldBeEmpty("a factor has a source");
    }

    [Fact]
    public void The_areas_own_factor_goes_before_the_general_one()
    {
        Words.Value.FindFactor("rda", "PRK", "rice", "paddy", "milled-0.72")!.Value.ShouldBe(0.72m);
        Words.Value.FindFactor("fao", "KHM", "rice", "paddy", "milled")!.Value.ShouldBe(0.667m);
        Words.Value.FindFactor("rda", "KHM", "rice", "paddy", "milled-0.72").ShouldBeNull();
    }

    [Fact]
    public void The_same_flag_means_another_thing_in_another_vintage()
    {
        Words.Value.Flag("faostat-new", "A")!.Status.ShouldBe(ObservationStatus.Official);
        Words.Value.Flag("faostat-old", "A")!.Meaning.ShouldContain("ggregate");
    }
}

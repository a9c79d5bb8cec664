using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Observations;

/// <summary>What a dataset is stands in its row.</summary>
public class DatasetCardTests
{
    private static readonly Vocabulary Words = Vocabulary.Load(Path.Combine(Clone.Root, "seeds"));

    [Fact]
    public void Every_field_of_a_card_comes_from_its_row()
    {
        var usda = Words.Datasets["usda-psd"];
        (usda.Rank, usda.Color, usda.Cereals, usda.Calendar, usda.CropSet).ShouldBe(
            (3, 1, CerealsFrom.Grains, "marketing year", "cereals")
        );
        (usda.MainBasis, Words.Datasets["fao-qcl"].MainBasis).ShouldBe(("milled", "paddy"));
        (Words.Datasets["fao-wfp"].SoybeansAt, Words.Datasets["rda"].Cereals).ShouldBe(("1.157", CerealsFrom.Crops));
        (Words.Datasets["inform"].Rank, Words.Datasets["inform"].Color).ShouldBe((DatasetCard.Unranked, DatasetCard.OtherColor));
    }

    [Fact]
    public void A_role_is_of_one_dataset()
    {
        Words.DatasetWith("full-balance").Code.ShouldBe("usda-psd");
        Words.Datasets.Values.SelectMany(d => d.Roles).ShouldBeUnique();
        Should.Throw<InvalidOperationException>(() => Words.DatasetWith("no such role"));
    }
}

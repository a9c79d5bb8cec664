using System.Reflection;
using FoodSecurity.Indicators;

namespace FoodSecurity.Tests.Indicators;

public class IndicatorCatalogTests
{
    [Fact]
    public void Every_card_of_an_indicator_stands_in_the_catalog()
    {
        var cards = typeof(IndicatorCatalog)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(f => f.FieldType == typeof(Indicator))
            .Select(f => (Indicator)f.GetValue(null)!)
            .ToList();
        cards.ShouldBe(IndicatorCatalog.All, ignoreOrder: true);
        cards.Select(c => c.Card.Id).ShouldBeUnique();
    }

    [Fact]
    public void Every_card_is_filled_in() =>
        IndicatorCatalog
            .Cards.Where(c => new[] { c.Id, c.Title, c.Unit, c.Formula, c.Reference, c.MissingRule }.Any(string.IsNullOrWhiteSpace))
            .ShouldBeEmpty();
}

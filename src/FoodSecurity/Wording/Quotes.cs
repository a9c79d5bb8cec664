namespace FoodSecurity.Wording;

/// <summary>Quotation marks: an excerpt stands in double ones, and the marks inside it become single ones.</summary>
public static class Quotes
{
    public static string Around(string exact) => "“" + exact.Replace('“', '‘').Replace('”', '’') + "”";
}

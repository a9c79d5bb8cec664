namespace FoodSecurity.Observations;

/// <summary>What a dataset is, from its row in <c>seeds/datasets.csv</c>: the one place where code learns what sets it apart.</summary>
/// <param name="Code">Stable code in addresses and series keys.</param>
/// <param name="Provider">Code of who publishes it.</param>
/// <param name="Name">Its name in addresses below its provider.</param>
/// <param name="Title">Its full title.</param>
/// <param name="Short">The name beside a line.</param>
public sealed record DatasetCard(string Code, string Provider, string Name, string Title, string Short)
{
    /// <summary>Rank of a source that has none: behind those that have one, in the order found.</summary>
    public const int Unranked = 100;

    /// <summary>Colour slot of every source without one of its own.</summary>
    public const int OtherColor = 4;

    /// <summary>Role: every line of a balance of every country.</summary>
    public const string FullBalance = "full-balance";

    /// <summary>Role: balances as missions assessed them.</summary>
    public const string AssessedBalance = "assessed-balance";

    /// <summary>Role: food crops by way of their own estimator.</summary>
    public const string FoodCrops = "food-crops";

    /// <summary>Role: output of every crop.</summary>
    public const string CropOutput = "crops";

    /// <summary>Role: one total of cereals for every country.</summary>
    public const string OutputTotal = "output-total";

    public string PublisherAddress { get; init; } = "";
    public string Licence { get; init; } = "";
    public string LicenceNote { get; init; } = "";
    public double? ExpectedEveryMonths { get; init; }

    /// <summary>Whose figures it republishes, as <c>seeds/datasets.csv</c> writes it.</summary>
    public string DerivedFrom { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Place among the sources of a picture, from 1; <see cref="Unranked"/> without one.</summary>
    public int Rank { get; init; } = Unranked;

    /// <summary>Colour slot it keeps on a page.</summary>
    public int Color { get; init; } = OtherColor;

    /// <summary>The basis it mainly publishes where it has several; "milled" unless said otherwise.</summary>
    public string MainBasis { get; init; } = "milled";

    /// <summary>How its cereals come about.</summary>
    public CerealsFrom Cereals { get; init; }

    /// <summary>Which years it counts by, in words: "marketing year", "November to October"; empty where not stated.</summary>
    public string Calendar { get; init; } = "";

    /// <summary>What its total of crops holds, in words; empty where it has none.</summary>
    public string CropSet { get; init; } = "";

    /// <summary>What a tonne of soybeans counts in its total, as printed; empty where they are not in it.</summary>
    public string SoybeansAt { get; init; } = "";

    /// <summary>What it is asked for where one source must do: "full-balance" publishes every line of a balance of every country.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool Has(string role) => Roles.Contains(role);
}

/// <summary>How the cereals of a source come about.</summary>
public enum CerealsFrom
{
    /// <summary>It publishes them as a total.</summary>
    Published,

    /// <summary>It publishes every grain, and no total.</summary>
    Grains,

    /// <summary>It publishes food crops, of which rice, maize and wheat with barley are cereals.</summary>
    Crops,
}

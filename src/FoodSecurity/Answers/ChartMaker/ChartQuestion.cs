using FoodSecurity.Charts.Kinds;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>How the values of a chart are scaled.</summary>
public enum AskedScale
{
    Total,
    PerCapita,
    Index,
    Change,
    Share,
    Log,
}

/// <summary>Which years are shown: as each source publishes, or only series on one of the two bases.</summary>
public enum YearBasis
{
    Published,
    Calendar,
    Marketing,
}

/// <summary>A moving mean over years; 0 years: none. Centred unless trailing.</summary>
public readonly record struct Smoothing(int Years, bool IsTrailing)
{
    public static readonly Smoothing None;

    public bool IsNone => Years == 0;
}

/// <summary>
/// What a chart is asked to show: the whole state of a picture, one to one with its address. Lists keep their order and hold nothing twice;
/// what is empty or null takes the default.
/// </summary>
public sealed record ChartQuestion
{
    public const string DefaultKind = "line";

    /// <summary>Name of the chart kind, the path of the address.</summary>
    public string Kind { get; init; } = DefaultKind;

    /// <summary>Our area codes.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Our item codes; empty: the total, or what the element is about.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Our element codes; empty: what the kind is about, mostly production.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Dataset codes; empty: every one that has figures.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
    public int? From { get; init; }
    public int? To { get; init; }

    /// <summary>Code of the basis all sources are brought to; empty: as each source publishes.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Only calendar or only marketing years; nothing is converted.</summary>
    public YearBasis YearBasis { get; init; }

    /// <summary>Words of the dimensions that a provider adds (market, price type, validity); empty: what the kind can show.</summary>
    public IReadOnlyList<string> Which { get; init; } = [];
    public AskedScale Scale { get; init; }
    public Smoothing Smooth { get; init; }

    /// <summary>Year that is 100, with the index only; null: the first that every line has.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Years of events laid over one another: years since each stand on the time axis.</summary>
    public IReadOnlyList<int> Align { get; init; } = [];

    /// <summary>Reference lines: "mean5", "need", or a number in the base unit.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
    public DateOnly? AsOf { get; init; }

    /// <summary>What one kind understands beyond the rest ("x" of a scatter, "swing" of a tornado), in order of name.</summary>
    public IReadOnlyList<(string Name, string Value)> Options { get; init; } = [];

    /// <summary>Which excerpts are drawn: null all that speak of it, empty none, else those that meet the words (<see cref="NoteTag"/>).</summary>
    public IReadOnlyList<string>? Notes { get; init; }
    public string Language { get; init; } = "en";

    /// <summary>Width of a file in pixels; null: the default.</summary>
    public int? Width { get; init; }

    /// <summary>True for a PNG of twice the pixels.</summary>
    public bool IsDouble { get; init; }

    /// <summary>The elements asked for, or those the kind is about.</summary>
    public IReadOnlyList<string> ElementsOrDefault => Elements.Count > 0 ? Elements : Card.Elements;

    /// <summary>What its kind says of itself.</summary>
    public ChartKindCard Card => ChartKindCatalog.CardOf(Kind);

    /// <summary>The same picture, whatever the size of its file.</summary>
    public ChartQuestion WithoutSize => this with { Width = null, IsDouble = false };

    public bool Equals(ChartQuestion? other) => other is not null && ChartAddress.Of(this) == ChartAddress.Of(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ChartAddress.Of(this));

    public override string ToString() => ChartAddress.Of(this);
}

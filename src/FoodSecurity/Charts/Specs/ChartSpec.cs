namespace FoodSecurity.Charts.Specs;

/// <summary>
/// A picture before it is drawn: what is shown, in data units and words. It knows no pixels, fonts or colours;
/// most chart tests stop here.
/// </summary>
/// <remarks>
/// Horizontal positions are <em>year-centred</em>: the mark of year 2020 stands at 2020.0 and the year itself covers
/// 2019.5 to 2020.5, so that a band from 1 January 2020 begins at 2019.5 and holds the mark of 2020.
/// <see cref="TimeScale"/> converts dates.
/// </remarks>
public sealed record ChartSpec
{
    /// <summary>Short stable name, unique on a page ("output"); element ids inside the SVG begin with it.</summary>
    public required string Id { get; init; }
    public ChartKind Kind { get; init; } = ChartKind.Line;

    /// <summary>What the picture shows, as a sentence without full stop.</summary>
    public required string Title { get; init; }

    /// <summary>The same without the place before it; empty: the title.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Unit, basis and period.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Alternative text computed from the numbers; becomes the SVG's desc.</summary>
    public required string AltText { get; init; }

    /// <summary>Unit of the value axis as printed above it ("million t").</summary>
    public required string Unit { get; init; }
    public required double From { get; init; }
    public required double To { get; init; }

    /// <summary>True where the value axis must begin at zero even if the data do not: always for bars, default for lines.</summary>
    public bool FromZero { get; init; } = true;
    public IReadOnlyList<ChartLine> Lines { get; init; } = [];
    public IReadOnlyList<ChartBar> Bars { get; init; } = [];

    /// <summary>Smallest and largest of the sources at each position; drawn as one shaded area behind the lines.</summary>
    public ChartSpread? Spread { get; init; }
    public IReadOnlyList<ChartPeriod> Periods { get; init; } = [];
    public IReadOnlyList<ChartPin> Pins { get; init; } = [];

    /// <summary>The numbered key: one entry for each number used by pins and periods, in order of number.</summary>
    public IReadOnlyList<ChartExcerpt> Excerpts { get; init; } = [];

    /// <summary>Reasons for gaps and silences, bases that differ, meaning of hollow and dotted marks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Providers, releases and retrieval dates.</summary>
    public required string SourceLine { get; init; }

    /// <summary>The address that makes this picture, path only ("/areas/PRK/output.svg").</summary>
    public string Address { get; init; } = "";

    /// <summary>Said in the middle of the plot when there is nothing to draw.</summary>
    public string NoFigures { get; init; } = "No figures";

    /// <summary>BCP 47 tag of the words ("en"); becomes the SVG's lang.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How a number on the value axis is printed; null: with point and comma, whatever the culture.</summary>
    public Func<double, string>? AxisNumber { get; init; }

    /// <summary>Where the grid lines of the value axis stand, lowest to highest; they hold every value. Null: round numbers, zero among them. Set for a logarithmic axis, which has no zero.</summary>
    public IReadOnlyList<double>? ValueTicks { get; init; }

    /// <summary>Labels under the time axis where plain years will not do (months); thinned to what fits. Null: years.</summary>
    public IReadOnlyList<ChartTick>? Ticks { get; init; }

    /// <summary>True where the names must stand at the ends of the lines on a phone too: two moments, where no plot is left for them.</summary>
    public bool NamesAtEnds { get; init; }

    /// <summary>What is drawn instead of lines and bars over time: rows, columns, panels, cells, a map. Null: lines or bars.</summary>
    public ChartBody? Body { get; init; }
}

/// <summary>A label under the time axis.</summary>
public sealed record ChartTick(double X, string Label);

public enum ChartKind
{
    Line,
    Bar,
}

/// <summary>One source's line. Points come in order of X; a point without Y leaves the line open there.</summary>
public sealed record ChartLine
{
    /// <summary>Short stable name ("usda-psd").</summary>
    public required string Key { get; init; }

    /// <summary>Direct label at the line's end ("USDA, grains, rice milled").</summary>
    public required string Label { get; init; }

    /// <summary>Second, quieter line of the label ("3.84 Mt, 2025/26; none after").</summary>
    public string EndNote { get; init; } = "";

    /// <summary>Index into the palette; the same source has the same colour on every chart of a page.</summary>
    public int Color { get; init; }
    public required IReadOnlyList<ChartMark> Points { get; init; }

    /// <summary>True for a mean, a need or a threshold: drawn thin, dashed and grey, without marks and behind the data.</summary>
    public bool IsReference { get; init; }
}

/// <summary>One value of a line.</summary>
public sealed record ChartMark
{
    public required double X { get; init; }

    /// <summary>Null where there is no figure; the line is left open.</summary>
    public double? Y { get; init; }
    public MarkStatus Status { get; init; }

    /// <summary>Where the value stands for several years (a three-year average), the years' outer edges; drawn as a short level stroke.</summary>
    public double? SpanFrom { get; init; }
    public double? SpanTo { get; init; }

    /// <summary>Read-out of this value ("RDA 2023: 4.82 million t, estimated").</summary>
    public string Text { get; init; } = "";
}

/// <summary>How a mark is drawn: official filled, estimated hollow, forecast hollow with a dotted line up to it, break with a small vertical stroke before it.</summary>
public enum MarkStatus
{
    Official,
    Estimated,
    Forecast,
    Break,
}

/// <summary>One bar of a bar chart, standing on zero at its category; missing bars keep their place and say why.</summary>
public sealed record ChartBar
{
    public required double X { get; init; }

    /// <summary>Category label under the axis ("18/19").</summary>
    public required string Label { get; init; }
    public double? Y { get; init; }
    public MarkStatus Status { get; init; }

    /// <summary>Printed above the bar where there is room ("1.36").</summary>
    public string ValueLabel { get; init; } = "";
    public string Text { get; init; } = "";
    public int Color { get; init; }
}

public sealed record ChartSpread(string Label, IReadOnlyList<ChartSpreadPoint> Points);

public sealed record ChartSpreadPoint(double X, double Low, double High);

/// <summary>A band for a period: 1990–1999, borders closed, open-ended where From or To is null.</summary>
public sealed record ChartPeriod
{
    public double? From { get; init; }
    public double? To { get; init; }

    /// <summary>Number of the excerpt it belongs to; null for an event without one.</summary>
    public int? Number { get; init; }

    /// <summary>Short words shown where there is room ("borders closed").</summary>
    public string Label { get; init; } = "";

    /// <summary>0 warm, 1 cool: neighbouring bands differ.</summary>
    public int Tone { get; init; }
}

/// <summary>A numbered pin on a point of a line or on a bar.</summary>
public sealed record ChartPin
{
    public required int Number { get; init; }
    public required double X { get; init; }

    /// <summary>Key of the line it stands on; null: it stands on the top edge of the plot at X.</summary>
    public string? LineKey { get; init; }

    /// <summary>Value it points at; null: the top edge.</summary>
    public double? Y { get; init; }
}

/// <summary>An excerpt of an article under the picture, with its number, its words and who wrote or said them.</summary>
public sealed record ChartExcerpt(int Number, string Quote, string Attribution)
{
    /// <summary>Address of the excerpt on the page or article ("#excerpt-3"); pins link to it in page form.</summary>
    public string Address { get; init; } = "";

    /// <summary>BCP 47: what it is quoted in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The same passage in other languages, each with whose wording it is.</summary>
    public IReadOnlyList<ChartWording> Wordings { get; init; } = [];
}

/// <summary>An excerpt in another language.</summary>
/// <param name="IsOriginal">True for what the article was translated from, false for a translation of its words.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Quote">The words, in quotation marks.</param>
/// <param name="Source">Whose wording: "Yonhap, 27 December 2023".</param>
/// <param name="Address">Where it stands; "" where nowhere.</param>
public sealed record ChartWording(bool IsOriginal, string Language, string Quote, string Source, string Address)
{
    /// <summary>"Original (Korean): Yonhap, 27 December 2023".</summary>
    public string Attribution =>
        Wording.Texts.English[IsOriginal ? "wording.original" : "wording.translation", Wording.LanguageName.English(Language), Source];
}

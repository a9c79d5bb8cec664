using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Tracing;

/// <summary>A trace as named lines, the same on the page and in the shell.</summary>
public static class TraceText
{
    public static IReadOnlyList<(string Name, string Value)> Lines(TraceView v)
    {
        var lines = new List<(string, string)>
        {
            ("Figure", $"{v.Area.Name}, {v.Item.Name}, {v.Element.Name}, {v.Point.Period.Label}"),
            (
                "Value",
                v.Point.Value is { } value
                    ? Bound(v.Point.Bound) + value.ToString("#,0.####", CultureInfo.GetCultureInfo("en-GB")) + " " + v.Unit.Name
                    : "no figure"
            ),
        };
        if (v.AsOf is { } day)
        {
            lines.Add(("As known on", Dates.Long(day)));
            lines.Add(
                (
                    "Now",
                    v.Now is not { } now ? "no longer held"
                    : now.Value == v.Point.Value ? "the same figure"
                    : now.Value is { } current
                        ? Bound(now.Bound) + current.ToString("#,0.####", CultureInfo.GetCultureInfo("en-GB")) + " " + v.Unit.Name
                    : "no figure"
                )
            );
        }

        if (v.Indicator is { } card)
        {
            lines.Add(("Computed", $"{card.Title}: {card.Formula}"));
            lines.Add(("Reference", card.Reference));
            lines.Add(("Missing values", card.MissingRule));
            lines.AddRange(
                v.Parts.Select(
                    (p, i) =>
                        (
                            $"Part {i + 1}",
                            $"{p.Part.Key.Item}{(p.Part.Key.Basis.Length > 0 ? $" ({p.Part.Key.Basis})" : "")} {p.Part.Point.ValueText} {v.Unit.Symbol}"
                                + (p.Part.Factor == 1m ? "" : " " + p.Part.FactorNote)
                                + $", {p.Release?.FileName}{(p.Part.Point.Origin?.Member is { Length: > 0 } m ? "!" + m : "")} line {p.Part.Point.Origin?.Line}, SHA-256 {p.Release?.Sha256}"
                        )
                )
            );
            return lines;
        }

        lines.Add(("As printed", v.Point.ValueText.Length > 0 ? v.Point.ValueText : "nothing printed"));
        Add(
            "Unit",
            $"{v.Unit.Name}"
                + (
                    v.Unit.Factor == 1 || v.Unit.Base == v.Unit.Code
                        ? ""
                        : string.Create(CultureInfo.InvariantCulture, $"; × {v.Unit.Factor} = {v.Unit.Base}")
                )
        );
        Add("Basis", v.Basis is { } basis ? $"{basis.Name}. {basis.Description}" : "");
        Add("Period", Describe(v.Point.Period));
        Add("Edition", v.Point.Edition.Length > 0 ? Dates.Long(v.Point.Edition) : "");
        Add(
            "Status",
            v.Point.Status.Name()
                + (v.Point.IsDerived ? "; derived by whoever compiled the table, not printed by the source" : "")
                + (v.Point.IsBreak ? "; break in the series" : "")
                + (v.Point.IsRepeated ? "; the file gives this key more than once with different figures, the later line is kept" : "")
        );
        Add("Flag", v.Point.Flag.Length > 0 ? v.Point.Flag + (v.FlagMeaning.Length > 0 ? $": {v.FlagMeaning}" : "") : "none printed");
        Add("Correction", v.Point.Correction);
        Add("Note", v.Point.Note);
        Add("Row dated", v.Point.PublishedOn.Length > 0 ? Dates.Long(v.Point.PublishedOn) : "");
        Add("Row's source", string.Join(", ", new[] { v.Point.RowSource, v.Point.RowSourceAddress }.Where(s => s.Length > 0)));
        Add("Dimensions", v.Key.Dimensions);
        Add("Provider", $"{v.Provider.Name}, {v.Dataset.Title}");
        if (v.Release is { } r)
        {
            Add("Release", $"{r.Title ?? r.FileName}; released {Dates.Long(r.ReleasedOn)}, retrieved {Dates.Long(r.RetrievedOn)}");
            Add("File", r.FileName + (v.Point.Origin?.Member is { Length: > 0 } member ? ", in it " + member : ""));
            Add("SHA-256", r.Sha256);
            Add("Line", v.Point.Origin!.Line.ToString("N0", CultureInfo.GetCultureInfo("en-GB")));
            Add("The line itself", v.FileLine);
            Add("Column", v.Point.Origin.Column);
            Add("Provider's codes", v.Key.Native);
            Add("Publisher", r.PublisherAddress ?? "unknown");
            Add("Obtained from", r.ObtainedFrom ?? "unknown");
            Add("Loaded from", r.IsPublishersFile ? r.LoadedFile : $"{r.LoadedFile}, our extract of that file (SHA-256 {r.LoadedSha256})");
            Add("Licence", r.Licence ?? "unknown");
        }

        return lines;

        void Add(string name, string text)
        {
            if (text.Length > 0)
            {
                lines.Add((name, text));
            }
        }
    }

    private static string Bound(ValueBound bound) =>
        bound switch
        {
            ValueBound.LessThan => "less than ",
            ValueBound.GreaterThan => "more than ",
            _ => "",
        };

    private static string Describe(Period p) =>
        p.Kind switch
        {
            PeriodKind.MarketingYear when !p.StartStated =>
                $"marketing year {p.Label}; its first month is not stated, it is drawn at {p.Start.Year}",
            PeriodKind.MarketingYear => $"marketing year {p.Label}, {Dates.Long(p.Start)} to {Dates.Long(p.End)}",
            PeriodKind.MultiYearMean => $"mean of the years {p.Label}",
            PeriodKind.CalendarYear => $"calendar year {p.Label}",
            _ => $"{Dates.Long(p.Start)} to {Dates.Long(p.End)}",
        };
}

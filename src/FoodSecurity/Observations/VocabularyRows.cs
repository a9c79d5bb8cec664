namespace FoodSecurity.Observations;

/// <summary>A place: country, former state or aggregate, with its names and the aliases the press uses.</summary>
public sealed record Area(string Code, AreaLevel Level, string Parent, string Name)
{
    public string NameFrench { get; init; } = "";
    public string NameSpanish { get; init; } = "";
    public string NameArabic { get; init; } = "";
    public string NameKorean { get; init; } = "";
    public string Iso2 { get; init; } = "";
    public string M49 { get; init; } = "";
    public string ValidFrom { get; init; } = "";
    public string ValidTo { get; init; } = "";
    public string Note { get; init; } = "";
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Every name it answers to, the everyday English one first.</summary>
    public IEnumerable<string> Names =>
        new[] { Name, NameFrench, NameSpanish, NameArabic, NameKorean }.Concat(Aliases).Where(n => n.Length > 0).Distinct();
}

public enum AreaLevel
{
    Aggregate,
    Country,
    Former,
    Admin1,
}

public sealed record Item(string Code, string Name, string Group, string Kind, string Parent, string Note);

public sealed record Element(string Code, string Name, string Quantity, string DefaultUnit, string Description);

/// <summary>A unit; <see cref="Factor"/> turns it into <see cref="Base"/> (1000 t: factor 1000, base t).</summary>
public sealed record Unit(string Code, string Name, string Symbol, string Quantity, double Factor, string Base);

public sealed record Basis(string Code, string Name, string Short, string Description);

/// <summary>A published conversion between bases, with who uses it and where it is stated.</summary>
public sealed record Factor(string Source, string Area, string Item, string FromBasis, string ToBasis, decimal Value, string Citation);

public sealed record Provider(string Code, string Name, string Address);

/// <summary>What a provider's item code means.</summary>
public sealed record ItemCode(string Item, string Basis);

/// <summary>What a provider's element code means; basis and unit only where the code fixes them.</summary>
public sealed record ElementCode(string Element, string Basis, string Unit);

/// <summary>What an indicator code means: item, element, unit and basis at once, and how it stamps its periods.</summary>
public sealed record IndicatorCode(string Item, string Element, string Unit, string Basis, string Period);

/// <summary>What a provider's flag means in one vintage of its files.</summary>
public sealed record FlagMeaning(ObservationStatus Status, string Meaning);

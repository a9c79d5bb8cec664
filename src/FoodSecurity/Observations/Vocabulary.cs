namespace FoodSecurity.Observations;

/// <summary>
/// The words everything is filed under: areas, items, elements, units, bases, datasets, and the crosswalks from providers' codes.
/// Read once from <c>seeds/</c>; immutable afterwards.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<(string System, string Code), string> _areaCodes = [];
    private readonly Dictionary<(string System, string Name), string> _areaNames = [];
    private readonly Dictionary<(string System, string Code), ItemCode> _itemCodes = [];
    private readonly Dictionary<(string System, string Code), ElementCode> _elementCodes = [];
    private readonly Dictionary<(string System, string Code), IndicatorCode> _indicatorCodes = [];
    private readonly Dictionary<(string System, string Text), string> _unitCodes = [];
    private readonly Dictionary<(string System, string Text), string> _basisCodes = [];
    private readonly Dictionary<(string System, string Flag), FlagMeaning> _flags = [];
    private readonly Dictionary<(string Dataset, string Area, string Item), int> _marketingStarts = [];
    private readonly Dictionary<string, Area> _byName = new(StringComparer.OrdinalIgnoreCase);

    private Vocabulary() { }

    public Dictionary<string, Area> Areas { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Item> Items { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Element> Elements { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Unit> Units { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Basis> Bases { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Provider> Providers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DatasetCard> Datasets { get; } = new(StringComparer.Ordinal);

    public List<Factor> Factors { get; } = [];

    /// <summary>Reads every table of a seeds folder.</summary>
    /// <exception cref="DataFormatException">A table is missing or malformed, or a row points at a code that is not there.</exception>
    public static Vocabulary Load(string folder)
    {
        var words = new Vocabulary();
        words.ReadWords(folder);
        words.ReadCrosswalks(folder);
        return words;
    }

    /// <summary>Names elements that are computed and stand in no seed.</summary>
    public void Name(IEnumerable<Element> computed)
    {
        foreach (var element in computed)
        {
            Elements.Add(element.Code, element);
        }
    }

    /// <summary>The area a provider's code stands for, or null. Systems: fao, m49, iso3, faostat-iso3, psd, worldbank.</summary>
    /// <param name="system">Which code list.</param>
    /// <param name="code">The code as printed (M49 without its apostrophe).</param>
    /// <param name="name">The name beside it; settles the codes whose meaning depends on it (CHN in FAOSTAT's ISO3 exports).</param>
    public string? Area(string system, string code, string name = "")
    {
        if (system == "iso3" && name.Length > 0 && _areaNames.TryGetValue(("faostat-iso3", code + "|" + name), out var exception))
        {
            return exception;
        }

        return _areaCodes.TryGetValue((system, code), out var area) ? area : null;
    }

    public ItemCode? Item(string system, string code) => _itemCodes.GetValueOrDefault((system, code));

    public ElementCode? Element(string system, string code) => _elementCodes.GetValueOrDefault((system, code));

    public IndicatorCode? Indicator(string system, string code) => _indicatorCodes.GetValueOrDefault((system, code));

    /// <summary>The unit a provider's text stands for, or null.</summary>
    public string? Unit(string system, string text) =>
        _unitCodes.TryGetValue((system, text), out var unit) || _unitCodes.TryGetValue(("any", text), out unit) ? unit : null;

    /// <summary>The basis a provider's wording stands for, or null.</summary>
    public string? Basis(string system, string text) => _basisCodes.GetValueOrDefault((system, text));

    public FlagMeaning? Flag(string system, string flag) => _flags.GetValueOrDefault((system, flag));

    /// <summary>First month of a marketing year where it is stated: for the item, else for all items of the area; null where not stated.</summary>
    public int? MarketingStart(string dataset, string area, string item) =>
        _marketingStarts.TryGetValue((dataset, area, item), out var month) || _marketingStarts.TryGetValue((dataset, area, ""), out month)
            ? month
            : null;

    /// <summary>The area of a name in any language, an alias or a code; null where none is exactly that.</summary>
    public Area? FindArea(string text) => Areas.TryGetValue(text, out var area) || _byName.TryGetValue(text.Trim(), out area) ? area : null;

    /// <summary>The one dataset that has a role, see <see cref="DatasetCard.Roles"/>.</summary>
    /// <exception cref="InvalidOperationException">None has it, or several have.</exception>
    public DatasetCard DatasetWith(string role) => Datasets.Values.Single(d => d.Has(role));

    /// <summary>Published factor from one basis to another for an item; the area's own before the general one.</summary>
    public Factor? FindFactor(string source, string area, string item, string from, string to) =>
        Factors
            .Where(f =>
                f.Source == source && f.Item == item && f.FromBasis == from && f.ToBasis == to && (f.Area.Length == 0 || f.Area == area)
            )
            .OrderByDescending(f => f.Area.Length)
            .FirstOrDefault();

    /// <summary>Codes and printed names of one crosswalk, for "nearest known" lists.</summary>
    public IEnumerable<(string Code, string Name)> Known(string kind, string system) =>
        kind switch
        {
            "area" when system == "own" => Areas.Values.Select(a => (a.Code, a.Name)),
            "item" when system == "own" => Items.Values.Select(i => (i.Code, i.Name)),
            "element" when system == "own" => Elements.Values.Select(e => (e.Code, e.Name)),
            "unit" when system == "own" => Units.Values.Select(u => (u.Code, u.Name)),
            "basis" when system == "own" => Bases.Values.Select(b => (b.Code, b.Name)),
            "basis" => _basisCodes.Where(c => c.Key.System == system).Select(c => (c.Key.Text, Bases[c.Value].Name)),
            "area" => _areaCodes.Where(c => c.Key.System == system).Select(c => (c.Key.Code, Areas[c.Value].Name)),
            "item" => _itemCodes.Where(c => c.Key.System == system).Select(c => (c.Key.Code, Items[c.Value.Item].Name)),
            "element" => _elementCodes.Where(c => c.Key.System == system).Select(c => (c.Key.Code, Elements[c.Value.Element].Name)),
            "indicator" => _indicatorCodes.Where(c => c.Key.System == system).Select(c => (c.Key.Code, Elements[c.Value.Element].Name)),
            "unit" => _unitCodes.Where(c => c.Key.System == system || c.Key.System == "any").Select(c => (c.Key.Text, Units[c.Value].Name)),
            "flag" => _flags.Where(c => c.Key.System == system).Select(c => (c.Key.Flag, c.Value.Meaning)),
            _ => [],
        };

    private void ReadWords(string folder)
    {
        foreach (var r in SeedTable.Read(folder, "areas.csv", "code", "level", "parent", "name"))
        {
            var area = new Area(r["code"], Enum.Parse<AreaLevel>(r["level"], ignoreCase: true), r["parent"], r["name"])
            {
                NameFrench = r["name_fr"],
                NameSpanish = r["name_es"],
                NameArabic = r["name_ar"],
                NameKorean = r["name_ko"],
                Iso2 = r["iso2"],
                M49 = r["m49"],
                ValidFrom = r["valid_from"],
                ValidTo = r["valid_to"],
                Note = r["note"],
                Aliases = r.List("aliases"),
            };
            Areas.Add(area.Code, area);
        }

        foreach (var area in Areas.Values.OrderBy(a => a.Level == AreaLevel.Country ? 0 : 1))
        {
            foreach (var name in area.Names)
            {
                _byName.TryAdd(name, area);
            }
        }

        foreach (var r in SeedTable.Read(folder, "items.csv", "code", "name", "group"))
        {
            Items.Add(r["code"], new Item(r["code"], r["name"], r["group"], r["kind"], r["parent"], r["note"]));
        }

        foreach (var r in SeedTable.Read(folder, "elements.csv", "code", "name"))
        {
            Elements.Add(r["code"], new Element(r["code"], r["name"], r["quantity"], r["default_unit"], r["description"]));
        }

        foreach (var r in SeedTable.Read(folder, "units.csv", "code", "name", "factor", "base"))
        {
            Units.Add(r["code"], new Unit(r["code"], r["name"], r["symbol"], r["quantity"], r.Number("factor") ?? 1, r["base"]));
        }

        foreach (var r in SeedTable.Read(folder, "bases.csv", "code", "name"))
        {
            Bases.Add(r["code"], new Basis(r["code"], r["name"], r["short"], r["description"]));
        }

        foreach (var r in SeedTable.Read(folder, "providers.csv", "code", "name", "address"))
        {
            Providers.Add(r["code"], new Provider(r["code"], r["name"], r["address"]));
        }

        DatasetCardReader.Read(folder).ForEach(card => Datasets.Add(card.Code, card));
    }

    private void ReadCrosswalks(string folder)
    {
        foreach (var r in SeedTable.Read(folder, "area-codes.csv", "system", "code", "area"))
        {
            Require(Areas.ContainsKey(r["area"]), "area-codes.csv", r.Line, "area", r["area"], "a code of areas.csv");
            if (r["system"] == "faostat-iso3")
            {
                _areaNames[("faostat-iso3", r["code"] + "|" + r["name"])] = r["area"];
                continue;
            }

            Require(
                _areaCodes.TryAdd((r["system"], r["code"]), r["area"]),
                "area-codes.csv",
                r.Line,
                "code",
                r["code"],
                "each code once in a system"
            );
        }

        foreach (var r in SeedTable.Read(folder, "item-codes.csv", "system", "code", "item"))
        {
            Require(Items.ContainsKey(r["item"]), "item-codes.csv", r.Line, "item", r["item"], "a code of items.csv");
            _itemCodes[(r["system"], r["code"])] = new ItemCode(r["item"], r["basis"]);
        }

        foreach (var r in SeedTable.Read(folder, "wfp-items.csv", "commodity_id", "commodity", "item"))
        {
            Require(Items.ContainsKey(r["item"]), "wfp-items.csv", r.Line, "item", r["item"], "a code of items.csv");
            _itemCodes[("wfp", r["commodity_id"].Length > 0 ? r["commodity_id"] : r["commodity"])] = new ItemCode(r["item"], "");
            _itemCodes[("wfp-name", r["commodity"])] = new ItemCode(r["item"], "");
        }

        foreach (var r in SeedTable.Read(folder, "element-codes.csv", "system", "code", "element"))
        {
            Require(Elements.ContainsKey(r["element"]), "element-codes.csv", r.Line, "element", r["element"], "a code of elements.csv");
            _elementCodes[(r["system"], r["code"])] = new ElementCode(r["element"], r["basis"], r["unit"]);
        }

        foreach (var r in SeedTable.Read(folder, "indicator-codes.csv", "system", "code", "item", "element", "unit", "period"))
        {
            Require(Items.ContainsKey(r["item"]), "indicator-codes.csv", r.Line, "item", r["item"], "a code of items.csv");
            Require(Elements.ContainsKey(r["element"]), "indicator-codes.csv", r.Line, "element", r["element"], "a code of elements.csv");
            _indicatorCodes[(r["system"], r["code"])] = new IndicatorCode(r["item"], r["element"], r["unit"], r["basis"], r["period"]);
        }

        foreach (var r in SeedTable.Read(folder, "unit-codes.csv", "system", "text", "unit"))
        {
            Require(Units.ContainsKey(r["unit"]), "unit-codes.csv", r.Line, "unit", r["unit"], "a code of units.csv");
            _unitCodes[(r["system"], r["text"])] = r["unit"];
        }

        foreach (var r in SeedTable.Read(folder, "basis-codes.csv", "system", "text", "basis"))
        {
            Require(Bases.ContainsKey(r["basis"]), "basis-codes.csv", r.Line, "basis", r["basis"], "a code of bases.csv");
            _basisCodes[(r["system"], r["text"])] = r["basis"];
        }

        foreach (var r in SeedTable.Read(folder, "flags.csv", "system", "flag", "status", "meaning"))
        {
            Require(
                ObservationStatusCodes.TryParse(r["status"], out var status),
                "flags.csv",
                r.Line,
                "status",
                r["status"],
                "one of the statuses"
            );
            _flags[(r["system"], r["flag"])] = new FlagMeaning(status, r["meaning"]);
        }

        foreach (var r in SeedTable.Read(folder, "factors.csv", "source", "item", "from_basis", "to_basis", "factor", "citation"))
        {
            Factors.Add(
                new Factor(
                    r["source"],
                    r["area"],
                    r["item"],
                    r["from_basis"],
                    r["to_basis"],
                    (decimal)(r.Number("factor") ?? 1),
                    r["citation"]
                )
            );
        }

        foreach (var r in SeedTable.Read(folder, "marketing-years.csv", "dataset", "area", "item", "start_month"))
        {
            _marketingStarts[(r["dataset"], r["area"], r["item"])] = (int)(r.Number("start_month") ?? 1);
        }
    }

    private static void Require(bool holds, string file, long line, string column, string value, string expected)
    {
        if (!holds)
        {
            throw new DataFormatException(new DataProblem(file, line, column, value, expected));
        }
    }
}

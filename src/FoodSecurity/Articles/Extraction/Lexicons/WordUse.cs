namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>
/// What small words do in the grammar of a sentence: the uses of <c>seeds/claims/LANGUAGE/words.csv</c>, whose names are these in small letters with hyphens. A word may have several.
/// </summary>
[Flags]
internal enum WordUse : ulong
{
    None = 0,

    /// <summary>Before an area where something happens: in, across.</summary>
    Place = 1UL << 0,

    /// <summary>Between such a word and the area: the, neighbouring.</summary>
    Article = 1UL << 1,

    /// <summary>Between an area and a noun that is then not the area's: to, and.</summary>
    Break = 1UL << 2,

    /// <summary>Before who sells, gives or lies between: from, with, via.</summary>
    Partner = 1UL << 3,

    /// <summary>Joins what is listed: and, or.</summary>
    List = 1UL << 4,
    From = 1UL << 5,
    To = 1UL << 6,
    By = 1UL << 7,
    Of = 1UL << 8,
    At = 1UL << 9,
    And = 1UL << 10,
    Between = 1UL << 11,

    /// <summary>Before what something is compared with: than, against.</summary>
    Than = 1UL << 12,

    /// <summary>The same behind "compared" only: with.</summary>
    ThanCompared = 1UL << 30,

    /// <summary>Before those: compared.</summary>
    Compared = 1UL << 13,

    /// <summary>Words before "from" that leave the figure behind it the one before: up, down.</summary>
    Moved = 1UL << 14,

    /// <summary>Before the figure something came to: to, reaching, totalling.</summary>
    Reached = 1UL << 15,

    /// <summary>Who receives: to, for.</summary>
    Receiver = 1UL << 16,

    /// <summary>Between a noun of output and its food: of, for, under.</summary>
    Food = 1UL << 17,

    /// <summary>The same behind an area: with, to ("planted with").</summary>
    AreaFood = 1UL << 18,

    /// <summary>Words that may stand between a food and its noun: crop, retail, annual.</summary>
    Filler = 1UL << 19,

    /// <summary>Takes up what was said before as a subject: it, that.</summary>
    It = 1UL << 20,

    /// <summary>Behind digits, as "th".</summary>
    Ordinal = 1UL << 21,

    /// <summary>Between a speaker and the verb: also, had, on Tuesday.</summary>
    BeforeSaying = 1UL << 22,

    /// <summary>Where a speaker's name cannot begin further back: but, that.</summary>
    NameStarts = 1UL << 23,

    /// <summary>Where a speaker's name behind the verb ends: who, in.</summary>
    NameEnds = 1UL << 24,

    /// <summary>Begins a sentence and is no part of a name: meanwhile.</summary>
    Opening = 1UL << 25,

    /// <summary>Names nobody: he, there.</summary>
    Nobody = 1UL << 26,

    /// <summary>An office that is named by what it is: ministry.</summary>
    Office = 1UL << 27,

    /// <summary>Ends a reason: while.</summary>
    CauseEnds = 1UL << 28,

    /// <summary>Behind a figure that is the size of a change: more, lower.</summary>
    More = 1UL << 29,

    /// <summary>Before a number that is a name: Phase.</summary>
    Labelled = 1UL << 32,

    /// <summary>Behind "a third" when it counts: year, time.</summary>
    Counted = 1UL << 34,

    /// <summary>Before what belongs to the subject: its.</summary>
    Its = 1UL << 35,

    /// <summary>Says that a comparison is with a wish: hoped, planned.</summary>
    Hoped = 1UL << 33,

    /// <summary>Before an area that is not meant: not.</summary>
    Contrast = 1UL << 39,

    /// <summary>Says that a figure holds for each of several subjects: each.</summary>
    Each = 1UL << 38,

    /// <summary>Behind the name of a place below the country: province.</summary>
    Division = 1UL << 37,

    /// <summary>Before the unit a figure is counted by: per.</summary>
    Per = 1UL << 36,

    /// <summary>Before a figure that was passed, and so reached: above, below.</summary>
    Past = 1UL << 31,
}

using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Database;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>A finding that is not what it was.</summary>
/// <param name="Id">Number of the change, never used again.</param>
/// <param name="Article">Slug.</param>
/// <param name="Excerpt">Number of the excerpt.</param>
/// <param name="At">When it was noticed, UTC.</param>
/// <param name="Was">The verdict with its counts, as it was.</param>
/// <param name="Is">As it became.</param>
/// <param name="Sources">What single sources said before and say now, where that differs.</param>
/// <param name="Because">Why, in words.</param>
public sealed record FindingChange(
    long Id,
    string Article,
    int Excerpt,
    string At,
    string Was,
    string Is,
    IReadOnlyList<string> Sources,
    string Because
);

/// <summary>Keeps what was found on each approved claim, and notices when a later release changes it.</summary>
public static class FindingWatch
{
    private const string NotCheckable = nameof(VerdictKind.NotCheckable);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Checks every published article anew and keeps what differs from what is kept; repeatable. Returns how many findings changed.</summary>
    public static int Refresh(Archive archive, TimeProvider? time = null)
    {
        var at = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        List<Snapshot> fresh = [];
        IReadOnlyDictionary<string, Snapshot> kept;
        bool gone;
        using (var reader = archive.Read())
        {
            var articles = ArticleStore.All(reader);
            kept = Latest(reader);
            gone = kept.Values.Any(k => articles.All(a => a.Slug != k.Article));
            var releases = string.Join(',', ReleaseQuery.All(reader).Values.Where(r => !r.IsWithdrawn).Select(r => r.Id));
            var version = DataVersion.Read(reader);
            foreach (var article in articles)
            {
                foreach (var part in ArticleFindings.Of(archive, reader, article, ErrorChoice.Ours, null))
                {
                    var snapshot = new Snapshot
                    {
                        Article = article.Slug,
                        Excerpt = part.Excerpt.Number,
                        TakenAt = at,
                        DataVersion = version,
                        Claim = JsonSerializer.Serialize(part.Claim, Options),
                        Findings = JsonSerializer.Serialize(KeptFindings.Of(part.Now, archive.Texts), Options),
                        Releases = releases,
                    };
                    if (
                        !kept.TryGetValue(snapshot.Key, out var before)
                        || before.Claim != snapshot.Claim
                        || !IsSameMatter(before, snapshot)
                    )
                    {
                        fresh.Add(
                            snapshot with
                            {
                                Reason =
                                    before is null ? "first"
                                    : before.Claim != snapshot.Claim ? "claim"
                                    : before.Releases != releases ? "release"
                                    : "program",
                            }
                        );
                    }
                }
            }
        }

        return fresh.Count == 0 && !gone ? 0 : Write(archive, fresh);
    }

    /// <summary>The changes of all articles, the latest first; what an excerpt began with is no change.</summary>
    public static IReadOnlyList<FindingChange> Changes(Archive archive, int most = 100)
    {
        using var connection = archive.Read();
        return Changes(archive, connection, null).Take(most).ToList();
    }

    /// <summary>The changes of one article, the latest first.</summary>
    public static IReadOnlyList<FindingChange> Changes(Archive archive, string slug)
    {
        using var connection = archive.Read();
        return [.. Changes(archive, connection, slug)];
    }

    /// <summary>When each excerpt's finding became what it is, UTC, by the excerpt's number; those not looked at yet are left out.</summary>
    public static IReadOnlyDictionary<int, string> Since(Archive archive, string slug)
    {
        using var connection = archive.Read();
        return All(connection, slug).GroupBy(s => (int)s.Excerpt).ToDictionary(g => g.Key, g => g.Last().TakenAt);
    }

    private static IEnumerable<FindingChange> Changes(Archive archive, DbConnection connection, string? slug)
    {
        var releases = ReleaseQuery.All(connection);
        // What is a draft again, or orphaned, is seen by no reader; its past is kept for when it is approved anew.
        var seen = ArticleStore.All(connection).SelectMany(a => a.Excerpts.Select(e => (a.Slug, (long)e.Number))).ToHashSet();
        var rows = All(connection, slug)
            .Where(s => seen.Contains((s.Article, s.Excerpt)))
            .GroupBy(s => s.Key)
            .SelectMany(g => g.Zip(g.Skip(1)));
        return
        [
            .. rows.Where(p => p.Second.Reason != "claim" && !IsSameMatter(p.First, p.Second))
                .OrderByDescending(p => p.Second.Id)
                .Select(p => Change(archive, p.First, p.Second, releases)),
        ];
    }

    /// <summary>
    /// True where nothing but the wording differs: verdict, badges, outcomes and figures are those there were. What was kept before figures were kept apart is held by its words,
    /// unless no release came between.
    /// </summary>
    private static bool IsSameMatter(Snapshot before, Snapshot after)
    {
        if (before.Findings == after.Findings)
        {
            return true;
        }

        KeptFindings was = before.Kept,
            now = after.Kept;
        if (
            was.Verdict?.StartsWith(NotCheckable, StringComparison.Ordinal) == true
            && now.Verdict?.StartsWith(NotCheckable, StringComparison.Ordinal) == true
        )
        {
            // Nothing was found that could change: figures beside an aim are no finding.
            return true;
        }

        var told = was.Verdict is null || now.Verdict is null;
        return (told ? before.Releases == after.Releases : was.Verdict == now.Verdict)
            && was.Sources.Select(s => (s.Dataset, s.Outcome)).SequenceEqual(now.Sources.Select(s => (s.Dataset, s.Outcome)))
            && (told || was.Sources.Select(s => s.Figures).SequenceEqual(now.Sources.Select(s => s.Figures)));
    }

    private static FindingChange Change(Archive archive, Snapshot before, Snapshot after, IReadOnlyDictionary<long, Release> releases)
    {
        KeptFindings was = before.Kept,
            now = after.Kept;
        var t = archive.Texts;
        // A source that says what it said in other words, and one that was silent and is, is not worth a line.
        var told = new List<string>();
        foreach (var s in now.Sources)
        {
            var w = Same(s, now.Sources, was.Sources);
            if (w is null ? !s.IsSilent : (w.Outcome, w.Text) != (s.Outcome, s.Text))
            {
                told.Add(w is null ? t["change.new-source", s.Source, Say(s)] : t["change.source", s.Source, Say(w), Say(s)]);
            }
        }

        told.AddRange(
            was.Sources.Where(w => !w.IsSilent && Same(w, was.Sources, now.Sources) is null)
                .Select(w => t["change.lost-source", w.Source, Say(w)])
        );
        var datasets = now.Sources.Concat(was.Sources).Select(s => s.Dataset).ToHashSet();
        var (old, fresh) = (Ids(before), Ids(after));
        var came = fresh
            .Except(old)
            .Where(releases.ContainsKey)
            .Select(id => releases[id])
            .Where(r => datasets.Contains(r.Dataset) || r.Dataset == "events")
            .Select(r => t["change.came", Named(archive, r)]);
        var went = old.Except(fresh)
            .Where(releases.ContainsKey)
            .Select(id => releases[id])
            .Where(r => datasets.Contains(r.Dataset))
            .Select(r => t["change.withdrawn", Named(archive, r)]);
        var because = came.Concat(went).ToList();
        return new FindingChange(
            after.Id,
            after.Article,
            (int)after.Excerpt,
            after.TakenAt,
            was.Line,
            now.Line,
            told,
            because.Count > 0 ? t.List(because) : t["change.program"]
        );
    }

    /// <summary>The same source in another list: by what it counts, or, where it stands there once in both, by its name.</summary>
    private static KeptSource? Same(KeptSource one, IReadOnlyList<KeptSource> own, IReadOnlyList<KeptSource> others) =>
        others.FirstOrDefault(o => o.Source == one.Source && o.Counts == one.Counts)
        ?? (
            own.Count(o => o.Source == one.Source) == 1 && others.Count(o => o.Source == one.Source) == 1
                ? others.First(o => o.Source == one.Source)
                : null
        );

    private static string Named(Archive archive, Release release) =>
        (archive.Words.Datasets.GetValueOrDefault(release.Dataset)?.Short ?? release.Dataset)
        + ", "
        + (release.Title ?? release.FileName)
        + (release.ReleasedOn is { } day ? ", " + Wording.Dates.Long(day) : "");

    private static string Say(KeptSource source) =>
        Wording.Texts.English[$"outcome.{source.Outcome.ToLowerInvariant()}"] + (source.Text.Length > 0 ? " (" + source.Text + ")" : "");

    private static IReadOnlyList<long> Ids(Snapshot snapshot) =>
        [.. snapshot.Releases.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    private static int Write(Archive archive, List<Snapshot> fresh)
    {
        using var connection = archive.Store.OpenWriter();
        using var transaction = connection.BeginWriting();
        // Another program may have kept the same meanwhile; what was removed with its article goes here too.
        var kept = Latest(connection, transaction);
        var removed = connection.Run(
            "delete from finding_snapshot where article not in (select slug from article)",
            transaction: transaction
        );
        var next = (connection.One<long?>("select max(id) from finding_snapshot", transaction: transaction) ?? 0) + 1;
        var written = fresh.Where(s => !kept.TryGetValue(s.Key, out var k) || !IsSameMatter(k, s) || k.Claim != s.Claim).ToList();
        foreach (var s in written)
        {
            connection.Run(
                """
                insert into finding_snapshot (id, article, excerpt, taken_at, data_version, claim, findings, releases, reason)
                values (@id, @Article, @Excerpt, @TakenAt, @DataVersion, @Claim, @Findings, @Releases, @Reason)
                """,
                new
                {
                    id = next++,
                    s.Article,
                    s.Excerpt,
                    s.TakenAt,
                    s.DataVersion,
                    s.Claim,
                    s.Findings,
                    s.Releases,
                    s.Reason,
                },
                transaction
            );
        }

        if (written.Count > 0 || removed > 0)
        {
            DataVersion.Raise(connection, transaction);
        }

        transaction.Commit();
        return written.Count(s => s.Reason != "first");
    }

    private static IReadOnlyDictionary<string, Snapshot> Latest(DbConnection connection, DbTransaction? transaction = null) =>
        All(connection, null, transaction).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last());

    private static IReadOnlyList<Snapshot> All(DbConnection connection, string? slug, DbTransaction? transaction = null) =>
        // one row per change of what was found on an excerpt, and one for its beginning
        connection.Rows<Snapshot>(
            $"""
            select id as Id, article as Article, excerpt as Excerpt, taken_at as TakenAt, data_version as DataVersion, claim as Claim, findings as Findings, releases as Releases, reason as Reason
            from finding_snapshot {(slug is null ? "" : "where article = @slug")} order by article, excerpt, id
            """,
            new { slug },
            transaction
        );

    private sealed record Snapshot
    {
        public long Id { get; init; }
        public string Article { get; init; } = "";
        public long Excerpt { get; init; }
        public string TakenAt { get; init; } = "";
        public long DataVersion { get; init; }
        public string Claim { get; init; } = "";
        public string Findings { get; init; } = "";
        public string Releases { get; init; } = "";
        public string Reason { get; init; } = "";

        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Article} {Excerpt}");

        public KeptFindings Kept => JsonSerializer.Deserialize<KeptFindings>(Findings, Options)!;
    }
}

/// <summary>What is kept of a checked claim: the verdict as it was worded, and what each source said.</summary>
/// <param name="Line">For readers: its wording may change without the matter.</param>
/// <param name="Sources">One per source.</param>
/// <param name="Verdict">Verdict, label, badges and counts as codes; null where it was kept without them.</param>
internal sealed record KeptFindings(string Line, IReadOnlyList<KeptSource> Sources, string? Verdict = null)
{
    public static KeptFindings Of(CheckedClaim check, Wording.Texts t) =>
        new(
            VerdictText.Line(check, t),
            [
                .. check
                    .Findings.Where(f => f.Role == EvidenceRole.Subject)
                    .Select(f => new KeptSource(f.Dataset, f.Source, f.Counts, f.Outcome.ToString(), f.Text, Figures(f))),
            ],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Verdict} {check.Label} {string.Join('+', check.Badges)} {check.Groups} {check.KnownTo}"
            )
        );

    private static string Figures(Finding finding) =>
        string.Join(
            ' ',
            finding.Figures.Select(f =>
                string.Create(CultureInfo.InvariantCulture, $"{f.Period.Label.Replace(' ', '-')}:{f.Low:0.####}..{f.High:0.####}")
            )
        );
}

internal sealed record KeptSource(string Dataset, string Source, string Counts, string Outcome, string Text, string? Figures = null)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSilent => Outcome == nameof(FindingOutcome.Silent);
}

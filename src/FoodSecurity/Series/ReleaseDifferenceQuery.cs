using System.Data.Common;
using FoodSecurity.Database;

namespace FoodSecurity.Series;

/// <summary>What a release changed, told from the history: a superseded figure names the release that brought it and the one that replaced it.</summary>
public static class ReleaseDifferenceQuery
{
    private const string SameKey = "o.series_id = h.series_id and o.period_id = h.period_id and o.edition = h.edition";
    private const string OldColumns = "h.value as old_value, h.value_text as old_text, h.status as old_status, h.release_id as old_release";
    private const string NewColumns = "o.value as new_value, o.value_text as new_text, o.status as new_status";
    private const string NoOld = "null as old_value, null as old_text, null as old_status, null as old_release";
    private const string NoNew = "null as new_value, null as new_text, null as new_status";

    // A replaced figure whose release was loaded later did not change here: it was older when it came.
    private const string Replaced = "h.replaced_by = @ReleaseId and h.release_id < @ReleaseId";

    /// <summary>The differences of one kind, biggest first.</summary>
    public static IReadOnlyList<ReleaseDifference> Find(DbConnection connection, DifferenceQuestion question) =>
        // one row per figure
        [
            .. connection
                .Rows<DifferenceRow>(
                    $"""
                    select s.dataset as Dataset, s.area as Area, s.item as Item, s.element as Element, s.unit as Unit, s.basis as Basis, s.dimensions as Dimensions,
                      s.frequency as Frequency, s.native as Native, p.kind as Kind, p.start_on as StartOn, p.end_on as EndOn, p.label as Label, p.start_stated as StartStated,
                      d.edition as Edition, d.old_value as OldValue, d.old_text as OldText, d.old_status as OldStatus, d.old_release as OldRelease,
                      d.new_value as NewValue, d.new_text as NewText, d.new_status as NewStatus, d.line as Line
                    from ({Source(question.Kind)}) as d join series s on s.id = d.series_id join period p on p.id = d.period_id {Where(
                        question
                    )}
                    order by {Order(question)} s.area, s.item, s.element, d.series_id, p.start_on, d.edition limit @Count offset @Offset
                    """,
                    question
                )
                .Select(r => r.Difference),
        ];

    /// <summary>How many differences of a kind there are; after a withdrawal this may be less than the load counted.</summary>
    public static long Count(DbConnection connection, DifferenceQuestion question) =>
        connection.One<long>(
            $"select count(*) from ({Source(question.Kind)}) as d {(question.Area is null ? "" : "join series s on s.id = d.series_id " + Where(question))}",
            question
        );

    private static string Where(DifferenceQuestion question) => question.Area is null ? "" : "where s.area = @Area";

    private static string Source(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Changed => $"{Changed("observation")} union all {Changed("observation_history")}",
            DifferenceKind.New => $"{New("observation")} union all {New("observation_history")}",
            DifferenceKind.Vanished => $"""
                select h.series_id, h.period_id, h.edition, {OldColumns}, {NoNew}, h.line from observation_history h
                where {Replaced} and not exists (select 1 from observation o where o.release_id = @ReleaseId and {SameKey})
                  and not exists (select 1 from observation_history o where o.release_id = @ReleaseId and {SameKey})
                """,
            _ => $"""
                select o.series_id, o.period_id, o.edition, {NoOld}, {NewColumns}, o.line from observation_history o where o.release_id = @ReleaseId and o.replaced_by < @ReleaseId
                """,
        };

    private static string Changed(string table) =>
        $"""
            select h.series_id, h.period_id, h.edition, {OldColumns}, {NewColumns}, o.line from observation_history h join {table} o on {SameKey} and o.release_id = @ReleaseId
            where {Replaced} and (h.value is distinct from o.value or h.value_text is distinct from o.value_text or h.status <> o.status or h.bound <> o.bound
              or h.flag is distinct from o.flag or h.lower_value is distinct from o.lower_value or h.upper_value is distinct from o.upper_value)
            """;

    private static string New(string table) =>
        $"""
            select o.series_id, o.period_id, o.edition, {NoOld}, {NewColumns}, o.line from {table} o
            where o.series_id in (select series_id from release_series where release_id = @ReleaseId)
            and o.release_id = @ReleaseId {(
                table == "observation" ? "" : "and o.replaced_by > @ReleaseId"
            )} and not exists (select 1 from observation_history h where {Replaced} and {SameKey})
            """;

    /// <summary>A figure that appears under a key or goes missing has no ratio; it stands after those that changed from zero and before the rest.</summary>
    private static string Order(DifferenceQuestion question) =>
        (question.Kind, question.Order) switch
        {
            (DifferenceKind.New or DifferenceKind.Older, _) => "",
            (DifferenceKind.Vanished, _) => "coalesce(abs(d.old_value), -1) desc,",
            (_, DifferenceOrder.Absolute) =>
                "case when d.old_value is null and d.new_value is null then -1 else abs(coalesce(d.new_value, 0) - coalesce(d.old_value, 0)) end desc,",
            _ => """
                case when d.old_value is null and d.new_value is null then -1 when d.old_value = d.new_value then 0 when d.old_value = 0 then 2e300
                  when d.old_value is null or d.new_value is null then 1e300 else abs((d.new_value - d.old_value) / d.old_value) end desc,
                abs(coalesce(d.new_value, 0) - coalesce(d.old_value, 0)) desc,
                """,
        };
}

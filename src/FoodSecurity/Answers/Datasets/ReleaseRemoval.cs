using System.Globalization;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Editors;
using FoodSecurity.Observations.Releases;

namespace FoodSecurity.Answers.Datasets;

/// <summary>Takes a release back and says so in the book of changes, both or neither.</summary>
public static class ReleaseRemoval
{
    /// <inheritdoc cref="ReleaseWithdrawal.Run"/>
    public static WithdrawalReport Run(Archive archive, long releaseId, string by, string because)
    {
        var report = ReleaseWithdrawal.Run(archive.Store, releaseId, by, because, (connection, transaction) =>
            AuditLog.Write(
                connection,
                transaction,
                by,
                "withdraw",
                string.Create(CultureInfo.InvariantCulture, $"release {releaseId}"),
                "current",
                because.Trim()
            )
        );
        FindingWatch.Refresh(archive);
        return report;
    }

    /// <summary>What was done, in a sentence or two.</summary>
    public static string Describe(Archive archive, WithdrawalReport report)
    {
        var texts = archive.Texts;
        var said = texts[
            "withdrawal.done",
            report.ReleaseId,
            report.Removed.ToString("N0", CultureInfo.InvariantCulture),
            report.Restored.ToString("N0", CultureInfo.InvariantCulture)
        ];
        return report.Confirming.Count == 0 ? said : said + " " + texts["withdrawal.confirming", string.Join(", ", report.Confirming)];
    }
}

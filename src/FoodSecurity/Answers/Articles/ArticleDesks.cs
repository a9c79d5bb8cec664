using FoodSecurity.Articles.Desk;
using FoodSecurity.Editors;

namespace FoodSecurity.Answers.Articles;

/// <summary>The editing desk for articles, with every change in the book of changes.</summary>
public static class ArticleDesks
{
    public static ArticleDesk Open(Archive archive, TimeProvider? time = null) =>
        new(
            archive.Store,
            archive.Words,
            (connection, transaction, change) =>
                AuditLog.Write(connection, transaction, change.By, change.Action, change.Subject, change.Old, change.New),
            time
        );
}

using FoodSecurity.Answers;
using FoodSecurity.Editors;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>The book of changes and the accounts, for administrators.</summary>
[Authorize(Policy = EditorsSetup.Administrator)]
public sealed class AuditModel(Archive archive, EditorStore editors) : PageModel
{
    public const int PerPage = 100;

    /// <summary>How many newer lines are passed over.</summary>
    [BindProperty(SupportsGet = true)]
    public long From { get; set; }

    public long Total { get; private set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Editor> Editors { get; private set; } = [];

    public void OnGet()
    {
        From = Math.Max(0, From);
        using var connection = archive.Read();
        Total = AuditLog.Count(connection);
        Entries = AuditLog.Read(connection, PerPage, From);
        Editors = editors.All();
    }
}

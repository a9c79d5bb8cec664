using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.Uploads;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One file on its way in: which column holds what, a trial, the load. All of it by plain forms.</summary>
[Authorize(Policy = EditorsSetup.Editor)]
public sealed class TableModel(Archive archive, Uploads uploads) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public Upload Sent { get; private set; } = null!;

    public OwnTable Table { get; private set; } = null!;

    public OwnColumns Mapping { get; private set; } = null!;

    /// <summary>What the trial found; null before it.</summary>
    public OwnLoad? Tried { get; private set; }

    /// <summary>False where the file is not to be kept beside the database.</summary>
    public bool KeepsRaw { get; private set; } = true;

    public string ReleaseAddress { get; private set; } = "";

    public IEnumerable<(string Code, string Name)> Elements => archive.Words.Elements.Values.Select(e => (e.Code, e.Name));

    public IEnumerable<(string Code, string Name)> Units => archive.Words.Units.Values.Select(u => (u.Code, u.Name));

    public IActionResult OnGet(string key)
    {
        if (Find(key) is { } missing)
        {
            return missing;
        }

        Mapping = OwnColumns.Guess(Table.Headings);
        return Page();
    }

    public IActionResult OnPostTry(string key) => Run(key, dryRun: true);

    public IActionResult OnPostLoad(string key) => Run(key, dryRun: false);

    public string RoleName(string role) => T[$"page.table-sent.role.{role.Replace('_', '-')}"];

    public string Column(string role) => Mapping.Columns.GetValueOrDefault(role, "");

    public string Constant(string role) => Mapping.Constants.GetValueOrDefault(role, "");

    private IActionResult Run(string key, bool dryRun)
    {
        if (Find(key) is { } missing)
        {
            return missing;
        }

        Mapping = FromForm();
        KeepsRaw = Request.Form["keep"] == "yes";
        var needsMapping = Table.Format.Length == 0;
        if (Table.Complaint is null)
        {
            Tried = OwnTables.Load(
                archive,
                Sent.Path,
                needsMapping ? uploads.Map(Sent, Mapping.ToJson()) : null,
                User.Identity!.Name!,
                dryRun,
                KeepsRaw
            );
        }

        if (Tried?.Report is not { } report)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (report.AlreadyLoaded || !dryRun)
        {
            var dataset = archive.Words.Datasets[report.Dataset];
            ReleaseAddress = ReleaseAnswer.Address($"/sources/{dataset.Provider}/{dataset.Name}", report.ReleaseId);
        }

        if (!dryRun)
        {
            uploads.Forget(Sent);
            return LocalRedirect(ReleaseAddress);
        }

        return Page();
    }

    private IActionResult? Find(string key)
    {
        if (uploads.Find(key, User.Identity!.Name!) is not { } upload)
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.table-sent.none"],
                [(T["page.table-sent.load-data"], "/load")]
            );
        }

        Sent = upload;
        Table = OwnTables.Look(archive, upload.Path);
        Mapping = new OwnColumns();
        return null;
    }

    private OwnColumns FromForm()
    {
        var columns = new Dictionary<string, string>();
        var constants = new Dictionary<string, string>();
        foreach (var role in OwnColumns.Roles)
        {
            if (Request.Form["column." + role].ToString() is { Length: > 0 } heading && Table.Headings.Contains(heading))
            {
                columns[role] = heading;
            }
            else if (Request.Form["constant." + role].ToString().Trim() is { Length: > 0 } constant)
            {
                constants[role] = constant;
            }
        }

        return new OwnColumns
        {
            Columns = columns,
            Constants = constants,
            Title = Request.Form["title"].ToString().Trim(),
        };
    }
}

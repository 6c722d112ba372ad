using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>A bank's statement, from a file or a pasted text: looked at first, then all of it or nothing.</summary>
[Authorize(Policy = "money.withdrawal.edit")]
public sealed class StatementModel(ProjectPage projects, CurrentUser me, MoneyRows rows, ImportStatement import, Texts texts) : MoneyPageModel(projects, me)
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string Text { get; set; } = "";

    /// <summary>The account's version when the check was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public AdvanceAccount Account { get; private set; } = null!;

    /// <summary>What the check says; null before it.</summary>
    public StatementCheck? Check { get; private set; }

    public bool CanImport => ModelState.IsValid && Check is { Faults.Count: 0, Added.Count: > 0 };

    public override string Part => MoneyParts.Advance;

    public override string? Title => texts["statement.import"];

    public override string Here => ProjectLinks.Account(Project.Code, Account.Id);

    protected override Right EditRight => Rights.EditWithdrawal;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => !MayEdit ? Forbid() : await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Upload is not null)
            await ReadFileAsync(Upload, cancellation);
        return await CheckAsync(cancellation);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var imported = await import.ImportAsync(Account.Id, Text, Version, cancellation);
        if (this.Turned(imported) is { } turned)
            return turned;
        if (!imported.Succeeded)
        {
            var again = await CheckAsync(cancellation);
            ModelState.Add(imported.Refusals, texts);
            return again;
        }
        TempData.FlashDone(texts.Count("statement.imported", imported.Value));
        return LocalRedirect(Here);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await rows.RowAsync<AdvanceAccount>(Guid.Parse((string)RouteData.Values["account"]!), Project.Id, cancellation) is not { } account)
            return false;
        Account = account;
        return true;
    }

    private async Task<IActionResult> CheckAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var check = await import.CheckAsync(Account.Id, Text, cancellation);
        if (this.Turned(check) is { } turned)
            return turned;
        Check = check.Succeeded ? check.Value : null;
        ModelState.Add(check.Refusals, texts);
        ModelState.Remove(nameof(Version));
        Version = Account.Version;
        return Page();
    }

    private async Task ReadFileAsync(IFormFile file, CancellationToken cancellation)
    {
        var read = await TextUpload.ReadAsync(file, StatementSheet.MaxSize, "statement-file-too-large", cancellation);
        ModelState.Add(read.Refusals.Select(refusal => refusal with { Field = nameof(Upload) }), texts);
        if (!read.Succeeded)
            return;
        Text = read.Value;
        ModelState.Remove(nameof(Text));
    }
}

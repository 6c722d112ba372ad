using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>The sheet of one contract: its figures, variations, guarantees, invoices and balances, and the reading of its progress.</summary>
[Authorize(Policy = "project.view")]
public sealed class SheetModel(ProjectPage projects, CurrentUser me, ContractSheet sheet, ReadProgress progress, Texts texts) : MoneyPageModel(projects, me)
{
    [BindProperty]
    public ProgressInput Progress { get; set; } = new();

    /// <summary>The contract's version when the sheet was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ContractDetails Details { get; private set; } = null!;

    public override string Part => MoneyParts.Contracts;

    public override string? Title => $"{Details.Line.Contract.PackageNumber} {Details.Line.Contract.Description}";

    public override string Here => ProjectLinks.Contract(Project.Code, ContractId);

    protected override Right EditRight => Rights.EditContract;

    private Guid ContractId => Guid.Parse((string)RouteData.Values["contract"]!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Version = Details.Line.Contract.Version;
        Progress = new ProgressInput { On = View.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostProgressAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var read = await progress.HandleAsync(ContractId, Progress, Version, cancellation);
        if (this.Turned(read) is { } turned)
            return turned;
        if (read.Succeeded)
        {
            TempData.FlashDone(texts["contract.progress.saved"]);
            return LocalRedirect(Here);
        }
        ModelState.Add(read.Refusals, texts, nameof(Progress));
        if (read.LostRace())
        {
            ModelState.Remove(nameof(Version));
            Version = Details.Line.Contract.Version;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await sheet.FindAsync(ContractId, Project.Id, cancellation) is not { } details)
            return false;
        Details = details;
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Matchmaking;

/// <summary>What the criteria count for in this project.</summary>
public sealed class WeightsModel(ProjectPage projects, CurrentUser me, Comparison comparison, SetWeights set, Texts texts) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Matchmaking;
    public override string Title => texts["matchmaking.weights"];

    /// <summary>By the criteria's codes.</summary>
    [BindProperty]
    public Dictionary<string, int> Weights { get; set; } = [];

    /// <summary>The row that was shown; null for the usual weights.</summary>
    [BindProperty]
    public Guid? RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        var table = await comparison.OfAsync(Project.Id, cancellation);
        Weights = ReferenceData.Criteria.Where(criterion => !criterion.IsGate).ToDictionary(criterion => criterion.Code, criterion => table.Weights.Of(criterion.Code));
        (RowId, Version) = Present(table);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var refusals = RowId is { } id
            ? (await set.ChangeAsync(id, Weights, Version, cancellation)).Refusals
            : (await set.AddAsync(Project.Code, Weights, cancellation)).Refusals;
        if (refusals.Count == 0)
        {
            TempData.FlashDone(texts["work.saved"]);
            return LocalRedirect(Here);
        }
        if (this.Turned((Outcome<Done>)refusals.ToList()) is { } turned)
            return turned;
        ModelState.Add(refusals, texts);

        // What was typed stays; whoever was told of the other change and saves again means it.
        ModelState.Remove(nameof(RowId));
        ModelState.Remove(nameof(Version));
        (RowId, Version) = Present(await comparison.OfAsync(Project.Id, cancellation));
        return Page();
    }

    private static (Guid? RowId, int Version) Present(CandidateTable table) => table.HasOwnWeights ? (table.Weights.Id, table.Weights.Version) : (null, 0);
}

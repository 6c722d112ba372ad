using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new version of a plan, or one to change that is not approved yet.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class ProjectionModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveProjection save, ProjectionList plans)
    : FinancingRowModel<Projection, ProjectionInput>(projects, me, texts, rows, save)
{
    /// <summary>The plan a new version is of.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public ProjectionKind? AskedKind { get; set; }

    public override string Part => MoneyParts.Projections;

    public override string Here => ProjectLinks.Money(Project.Code, Part);

    /// <summary>The version that holds until this one is approved.</summary>
    public ProjectionLine? Before { get; private set; }

    protected override string Name => "projection";

    protected override async Task<(ProjectionInput Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await base.ReadAsync(id, cancellation) is { } row ? (row.Input with { Lines = PlanText.Write(row.Input.Points) }, row.Version) : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var read = PlanText.Read(Input.Lines ?? "");
        if (!read.Succeeded)
            return read.Refusals;
        Input = Input with { Points = read.Value };
        return await base.SaveAsync(cancellation);
    }

    /// <summary>A new version begins with the points of the one before it.</summary>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        if (!IsNew)
            return;
        if (HttpMethods.IsGet(Request.Method) && AskedKind is { } kind && Enum.IsDefined(kind))
            Input = Input with { Kind = kind };
        var financing = await plans.LoadAsync(Project.Id, View.Today, cancellation, Input.FinancingId);
        Before = financing.SelectMany(one => one.Both).Where(plan => plan.Kind == Input.Kind).SelectMany(plan => plan.Versions).FirstOrDefault();
        if (HttpMethods.IsGet(Request.Method) && Before is not null && await base.ReadAsync(Before.Projection.Id, cancellation) is { } row)
            Input = Input with { Lines = PlanText.Write(row.Input.Points) };
    }
}

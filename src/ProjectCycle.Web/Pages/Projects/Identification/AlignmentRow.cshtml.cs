using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>The inputs, as <see cref="AlignmentInput"/> names them.</summary>
public sealed class AlignmentForm
{
    public PlanKind Plan { get; set; } = PlanKind.Rpjmd;
    public string Reference { get; set; } = "";
    public string Says { get; set; } = "";
    public string Serves { get; set; } = "";
    public PlanFit Fit { get; set; }
}

/// <summary>A new row of the matrix, or one to change.</summary>
public sealed class AlignmentRowModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries, SaveAlignment save, Texts texts)
    : WorkFormModel<AlignmentForm>(projects, me, texts)
{
    public override string Part => WorkParts.Alignment;
    public override string Title => Texts[IsNew ? "alignment.new" : "alignment.change"];

    protected override async Task<(AlignmentForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        (await queries.AlignmentAsync(Project.Id, cancellation)).FirstOrDefault(entry => entry.Id == id) is { } entry
            ? (new AlignmentForm { Plan = entry.Plan, Reference = entry.Reference, Says = entry.Says, Serves = entry.Serves, Fit = entry.Fit }, entry.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var wanted = new AlignmentInput { Plan = Input.Plan, Reference = Input.Reference, Says = Input.Says, Serves = Input.Serves, Fit = Input.Fit };
        return Id is { } id
            ? (await save.ChangeAsync(id, wanted, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, wanted, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}

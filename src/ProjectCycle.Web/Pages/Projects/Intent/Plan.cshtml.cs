using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Intent;

/// <summary>The inputs, as <see cref="PlanInput"/> names them.</summary>
public sealed class PlanForm
{
    public string Subject { get; set; } = "";
    public string LegalBasis { get; set; } = "";
    public string Aim { get; set; } = "";
    public string Location { get; set; } = "";
    public string CooperationObject { get; set; } = "";
    public string Scope { get; set; } = "";
    public string Benefits { get; set; } = "";
    public string RightsAndDuties { get; set; } = "";
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodUntil { get; set; }
    public string WorkPlan { get; set; } = "";
    public string Termination { get; set; } = "";
    public string TkksdOpinion { get; set; } = "";
}

/// <summary>The form of the plan's headings.</summary>
public sealed class PlanModel(ProjectPage projects, CurrentUser me, IntentQueries intent, SavePlan save, Texts texts) : WorkFormModel<PlanForm>(projects, me, texts)
{
    public override string Part => WorkParts.CooperationPlan;
    public override string Title => Texts[IsNew ? "plan.begin" : "plan.change"];

    protected override async Task<(PlanForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if ((await intent.PlanAsync(Project.Id, cancellation)).Plan is not { } plan || plan.Id != id)
            return null;
        var form = new PlanForm
        {
            Subject = plan.Subject,
            LegalBasis = plan.LegalBasis,
            Aim = plan.Aim,
            Location = plan.Location,
            CooperationObject = plan.CooperationObject,
            Scope = plan.Scope,
            Benefits = plan.Benefits,
            RightsAndDuties = plan.RightsAndDuties,
            PeriodFrom = plan.PeriodFrom,
            PeriodUntil = plan.PeriodUntil,
            WorkPlan = plan.WorkPlan,
            Termination = plan.Termination,
            TkksdOpinion = plan.TkksdOpinion,
        };
        return (form, plan.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) => Id is { } id
        ? (await save.ChangeAsync(id, Wanted(), Version, cancellation)).Refusals
        : (await save.AddAsync(Project.Code, Wanted(), cancellation)).Refusals;

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    private PlanInput Wanted() => new()
    {
        Subject = Input.Subject,
        LegalBasis = Input.LegalBasis,
        Aim = Input.Aim,
        Location = Input.Location,
        CooperationObject = Input.CooperationObject,
        Scope = Input.Scope,
        Benefits = Input.Benefits,
        RightsAndDuties = Input.RightsAndDuties,
        PeriodFrom = Input.PeriodFrom,
        PeriodUntil = Input.PeriodUntil,
        WorkPlan = Input.WorkPlan,
        Termination = Input.Termination,
        TkksdOpinion = Input.TkksdOpinion,
    };
}

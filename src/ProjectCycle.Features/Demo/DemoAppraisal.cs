using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Appraisal;

namespace ProjectCycle.Features.Demo;

/// <summary>The appraisal of a case is filled in; its dates count from today.</summary>
internal sealed record Appraise(int Day, AppraisalSample Sample) : Act(Day);

/// <summary>Sample rows of an appraisal.</summary>
internal sealed record AppraisalSample
{
    /// <summary>Currencies of the partner's and the region's money.</summary>
    public required (string Partner, string Counterpart) Currencies { get; init; }

    /// <summary>The decree that filled its posts; days from today.</summary>
    public int DecreedOn { get; init; } = -21;

    public IReadOnlyList<(string Name, string Objective, IReadOnlyList<ActivitySample> Activities)> Components { get; init; } = [];

    /// <summary>A role names the demo's person; else a name, else nobody.</summary>
    public IReadOnlyList<(PositionKind Kind, string Title, string Duties, Role? Person, string Name)> Positions { get; init; } = [];

    public IReadOnlyList<(RiskInput Risk, Role? Owner)> Risks { get; init; } = [];

    /// <summary>The last one is for complaints.</summary>
    public IReadOnlyList<StepInput> Steps { get; init; } = [];

    public IReadOnlyList<(LegalDraftKind Kind, string Title, LegalDraftState State, int Due)> Drafts { get; init; } = [];
}

/// <summary>A sample activity.</summary>
/// <param name="Begins">Months from today.</param>
/// <param name="Months">How long it runs.</param>
/// <param name="Partner">In whole units of the partner's currency.</param>
/// <param name="Counterpart">In whole units of the region's currency; zero for none.</param>
internal sealed record ActivitySample(string Name, string Output, string Responsible, int Begins, int Months, decimal Partner, decimal Counterpart = 0);

/// <summary>Fills in the appraisal of a case with the product's use cases, as its staff.</summary>
internal sealed class DemoAppraisal(DemoClock clock, SaveComponent components, SaveActivity activities, SaveUnitPosition positions, SaveRisk risks, SaveStep steps, SaveDraft drafts)
{
    /// <summary>Every row of the sample; a refusal is a mistake in it and throws.</summary>
    public async Task FillAsync(string code, AppraisalSample sample, IReadOnlyDictionary<Role, Guid> people, CancellationToken cancellation)
    {
        foreach (var (component, i) in sample.Components.Select((component, i) => (component, i)))
        {
            var id = (await components.AddAsync(code, new ComponentInput { Number = i + 1, Name = component.Name, Objective = component.Objective }, cancellation)).Value;
            foreach (var activity in component.Activities)
                Sound(await activities.AddAsync(code, InputOf(activity, id, sample), cancellation));
        }
        foreach (var position in sample.Positions)
            Sound(await positions.AddAsync(code, InputOf(position, sample, people), cancellation));
        foreach (var (risk, owner) in sample.Risks)
            Sound(await risks.AddAsync(code, risk with { OwnerId = owner is { } role ? people[role] : null, ReviewOn = clock.Today.AddMonths(6) }, cancellation));
        foreach (var step in sample.Steps)
            Sound(await steps.AddAsync(code, step, cancellation));
        foreach (var (kind, title, state, due) in sample.Drafts)
        {
            Sound(await drafts.AddAsync(
                code, new DraftInput { Kind = kind, Title = title, DraftState = state, DueOn = clock.Today.AddDays(due), ResponsibleId = people[Role.Reviewer] }, cancellation));
        }
    }

    private ActivityInput InputOf(ActivitySample activity, Guid component, AppraisalSample sample)
    {
        var first = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(activity.Begins);
        return new ActivityInput
        {
            ComponentId = component,
            Name = activity.Name,
            Output = activity.Output,
            Responsible = activity.Responsible,
            StartsOn = first,
            EndsOn = first.AddMonths(activity.Months).AddDays(-1),
            PartnerAmount = Money.From(activity.Partner, Currencies.All[sample.Currencies.Partner]),
            CounterpartAmount = activity.Counterpart == 0 ? null : Money.From(activity.Counterpart, Currencies.All[sample.Currencies.Counterpart]),
        };
    }

    private UnitPositionInput InputOf((PositionKind Kind, string Title, string Duties, Role? Person, string Name) position, AppraisalSample sample, IReadOnlyDictionary<Role, Guid> people)
    {
        var decreed = clock.Today.AddDays(sample.DecreedOn);
        var isFilled = position.Person is not null || position.Name != "";
        return new UnitPositionInput
        {
            Kind = position.Kind,
            Title = position.Title,
            Duties = position.Duties,
            PersonId = position.Person is { } role ? people[role] : null,
            PersonName = position.Name,
            IsFullTime = position.Kind != PositionKind.Head,
            DecreeNumber = isFilled ? $"contoh/PMU/{decreed.Year}" : "",
            StartsOn = isFilled ? decreed : null,
        };
    }

    private static void Sound<T>(Outcome<T> outcome) => _ = outcome.Value;
}

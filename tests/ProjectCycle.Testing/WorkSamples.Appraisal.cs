using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;

namespace ProjectCycle.Testing;

/// <summary>Samples of appraisal.</summary>
public static partial class WorkSamples
{
    /// <summary>Adds a row of the appraisal and gives its id.</summary>
    public static async Task<Guid> AddAsync<TSave, TRow, TInput>(World world, string code, Role role, TInput input)
        where TSave : SaveAppraisalRow<TRow, TInput>
        where TRow : class, IProjectWork =>
        (await world.AsAsync<TSave, Outcome<Guid>>(role, save => save.AddAsync(code, input, default))).Value;

    private static async Task ComponentsAsync(World world, string code, Role role)
    {
        var component = await AddAsync<SaveComponent, ProjectComponent, ComponentInput>(world, code, role, new ComponentInput { Number = 1, Name = "Sel sanitari" });
        await AddAsync<SaveActivity, ProjectActivity, ActivityInput>(world, code, role, new ActivityInput
        {
            ComponentId = component,
            Name = "Pembangunan sel",
            StartsOn = new DateOnly(2027, 1, 1),
            EndsOn = new DateOnly(2028, 6, 30),
            PartnerAmount = new Money(1_340_000_000, Currencies.All["EUR"]),
        });
    }

    private static async Task ProjectUnitAsync(World world, string code, Role role)
    {
        await AddAsync<SaveUnitPosition, UnitPosition, UnitPositionInput>(world, code, role, new UnitPositionInput { Kind = PositionKind.Head, Title = "Kepala PMU", PersonId = world.Person(Role.Manager).Id });
        await AddAsync<SaveUnitPosition, UnitPosition, UnitPositionInput>(world, code, role, new UnitPositionInput { Kind = PositionKind.Finance, Title = "Bendahara", PersonName = "Siti" });
    }

    private static async Task RisksAsync(World world, string code, Role role)
    {
        foreach (var title in new[] { "Lahan", "Dana pendamping", "Lelang" })
            await AddAsync<SaveRisk, ProjectRisk, RiskInput>(world, code, role, new RiskInput { Title = title, Measure = "Tindakan", OwnerId = world.Person(Role.Staff).Id });
    }

    private static async Task ProblemSolvingAsync(World world, string code, Role role)
    {
        foreach (var number in new[] { 1, 2 })
            await AddAsync<SaveStep, ProblemStep, StepInput>(world, code, role, new StepInput { Number = number, Level = $"Jenjang {number}", Decider = "Kepala PMU", Days = 7 });
    }

    private static Task LegalDraftsAsync(World world, string code, Role role) =>
        AddAsync<SaveDraft, LegalDraft, DraftInput>(world, code, role, new DraftInput { Title = "Perjanjian", DraftState = LegalDraftState.Agreed });
}

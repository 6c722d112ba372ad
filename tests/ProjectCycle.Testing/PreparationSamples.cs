using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Testing;

/// <summary>Studies and readiness criteria, filled in with the product's use cases.</summary>
public static class PreparationSamples
{
    /// <summary>Six feasible studies.</summary>
    public static async Task StudiesAsync(World world, string code, Role role = Role.Staff)
    {
        foreach (var kind in Enum.GetValues<StudyKind>())
            _ = (await SaveAsync(world, code, kind, StudyVerdict.Feasible, role)).Value;
    }

    /// <summary>Every criterion final, then verified by the reviewer.</summary>
    public static async Task ReadinessAsync(World world, string code, Role role = Role.Staff)
    {
        foreach (var criterion in ReferenceData.ReadinessCriteria.Keys)
        {
            _ = (await MarkAsync(world, code, criterion, new ReadinessInput { State = ReadinessState.Final }, role: role)).Value;
            _ = (await VerifyAsync(world, code, criterion, 0)).Value;
        }
    }

    public static Task<Outcome<Done>> SaveAsync(World world, string code, StudyKind kind, StudyVerdict verdict, Role role = Role.Staff, int version = Workbench.NotYet) =>
        SaveAsync(world, code, kind, new StudyInput { Findings = "Layak.", Verdict = verdict, FinishedOn = DateOnly.FromDateTime(FakeClock.Start) }, role, version);

    public static Task<Outcome<Done>> SaveAsync(World world, string code, StudyKind kind, StudyInput input, Role role = Role.Staff, int version = Workbench.NotYet) =>
        world.AsAsync<SaveStudy, Outcome<Done>>(role, save => save.HandleAsync(code, kind, input, version, default));

    public static Task<Outcome<Done>> MarkAsync(World world, string code, string criterion, ReadinessInput input, int version = Workbench.NotYet, Role role = Role.Staff) =>
        world.AsAsync<SaveReadiness, Outcome<Done>>(role, save => save.HandleAsync(code, criterion, input, version, default));

    public static Task<Outcome<Done>> VerifyAsync(World world, string code, string criterion, int version, Role role = Role.Reviewer) =>
        world.AsAsync<SaveReadiness, Outcome<Done>>(role, save => save.VerifyAsync(code, criterion, version, default));
}

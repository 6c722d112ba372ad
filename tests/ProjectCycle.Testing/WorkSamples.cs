using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Testing;

/// <summary>The least that completes a part of the work, entered with the product's use cases.</summary>
public static partial class WorkSamples
{
    /// <summary>Completes <paramref name="part"/> of a project as a person with <paramref name="role"/>.</summary>
    public static Task CompleteAsync(World world, string code, Role role, string part) => part switch
    {
        WorkParts.NeedMap => NeedMapAsync(world, code, role),
        WorkParts.Alignment => AlignmentAsync(world, code, role),
        WorkParts.Requirements => RequirementsAsync(world, code, role),
        WorkParts.ConceptNote => ConceptNoteAsync(world, code, role),
        WorkParts.Matchmaking => ChooseAsync(world, code, role),
        WorkParts.LetterOfIntent => SignLetterAsync(world, code, role),
        WorkParts.CooperationPlan => PlanAsync(world, code, role),
        WorkParts.Studies => PreparationSamples.StudiesAsync(world, code, role),
        WorkParts.Readiness => PreparationSamples.ReadinessAsync(world, code, role),
        WorkParts.Components => ComponentsAsync(world, code, role),
        WorkParts.ProjectUnit => ProjectUnitAsync(world, code, role),
        WorkParts.Risks => RisksAsync(world, code, role),
        WorkParts.ProblemSolving => ProblemSolvingAsync(world, code, role),
        WorkParts.LegalDrafts => LegalDraftsAsync(world, code, role),
        WorkParts.Positions => PositionsAsync(world, code, role),
        WorkParts.Rounds => CompleteRoundAsync(world, code, role),
        WorkParts.Actions => CompleteActionsAsync(world, code, role),
        WorkParts.Signing => SignAsync(world, code, role),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Say here how it is completed."),
    };
}

using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Testing;

/// <summary>The least that completes a part of the work, entered with the product's use cases.</summary>
public static class WorkSamples
{
    /// <summary>Completes <paramref name="part"/> of a project as a person with <paramref name="role"/>.</summary>
    public static Task CompleteAsync(World world, string code, Role role, string part) => part switch
    {
        WorkParts.Studies => PreparationSamples.StudiesAsync(world, code, role),
        WorkParts.Readiness => PreparationSamples.ReadinessAsync(world, code, role),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Say here how it is completed."),
    };
}

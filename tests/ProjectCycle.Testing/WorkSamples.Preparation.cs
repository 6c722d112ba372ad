using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Testing;

/// <summary>Samples of preparation.</summary>
public static partial class WorkSamples
{
}

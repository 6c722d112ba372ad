using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo;

/// <summary>A person of the demo; there is one for each role.</summary>
/// <param name="Mail">What they sign in with.</param>
internal sealed record DemoPerson(Role Role, string Mail, string Name, string Language = Languages.Indonesian)
{
    /// <summary>Works in the demo's two staffed units; the others see all, or what belongs to their agreement.</summary>
    public bool WorksInUnits => Role is Role.Staff or Role.Manager or Role.Finance or Role.Reviewer;
}

/// <summary>The people of the demo. None is a real person.</summary>
internal static class DemoPeople
{
    public static DemoPerson Administrator { get; } = new(Role.Administrator, "admin@demo.local", "Administrator (contoh)");
    public static DemoPerson Manager { get; } = new(Role.Manager, "manager@demo.local", "Kepala PMU (contoh)");
    public static DemoPerson Staff { get; } = new(Role.Staff, "staff@demo.local", "Staf PMU (contoh)");
    public static DemoPerson Finance { get; } = new(Role.Finance, "finance@demo.local", "Bendahara PMU (contoh)");
    public static DemoPerson Reviewer { get; } = new(Role.Reviewer, "reviewer@demo.local", "Penelaah Bappeda (contoh)");
    public static DemoPerson Observer { get; } = new(Role.Observer, "observer@demo.local", "KfW observer (sample)", Languages.English);
    public static DemoPerson Auditor { get; } = new(Role.Auditor, "auditor@demo.local", "Auditor Inspektorat (contoh)");

    public static IReadOnlyList<DemoPerson> All { get; } = [Administrator, Manager, Staff, Finance, Reviewer, Observer, Auditor];
}

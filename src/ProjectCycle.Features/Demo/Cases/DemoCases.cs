namespace ProjectCycle.Features.Demo.Cases;

/// <summary>
/// The cases of the demo. What the sources say is told as fact; everything that had to be made up so that a project stands
/// where it stands (dates, letters, evidence, reasons) is marked as a sample, "contoh".
/// </summary>
internal static class DemoCases
{
    /// <param name="today">The day on which the demo is filled.</param>
    public static IReadOnlyList<DemoCase> All(DateOnly today) =>
    [
        .. JambiCases.All(today),
        .. NusaTenggaraCases.All(today),
        .. LampungCases.All(today),
        .. SumatraCases.All(today),
        .. JavaCases.All(today),
    ];
}

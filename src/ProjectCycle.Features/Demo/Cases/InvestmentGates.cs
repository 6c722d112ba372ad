using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample evidence for the last gate of the investment template, gathered before the move on <c>day</c>.</summary>
internal static class InvestmentGates
{
    /// <summary>Out of evaluation, for good.</summary>
    public static IEnumerable<Act> Evaluation(int day, string reason) =>
    [
        new Attach(day - 8, "joint-review", "Catatan tinjauan bersama (contoh)", AsText: true),
        new Attach(day - 7, "completion-report", "Laporan penyelesaian (contoh)"),
        new Attach(day - 6, "lessons-learned", "Pembelajaran dan praktik baik (contoh)"),
        new Confirm(day - 5, "obstacles-recorded"),
        new Confirm(day - 5, "aftercare-arranged", Role.Manager),
        new Decide(day - 2, "head-of-region-closing"),
        new Move(day, MoveKind.Close, reason),
    ];
}

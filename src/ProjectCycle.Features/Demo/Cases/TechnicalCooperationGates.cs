using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample evidence for the last gates of the technical cooperation template, gathered before the move on <c>day</c>.</summary>
internal static class TechnicalCooperationGates
{
    /// <summary>Out of implementation; the date of completion must be filled in.</summary>
    public static IEnumerable<Act> Implementation(int day) =>
    [
        new Attach(day - 40, "progress-report", "Laporan kemajuan terakhir (contoh)"),
        new Attach(day - 30, "coordination-minutes", "Notulen rapat koordinasi (contoh)", AsText: true),
        new Confirm(day - 6, "goods-recorded", Role.Staff, "Tidak ada barang yang diserahkan (contoh)."),
        new Confirm(day - 5, "advances-settled", Role.Finance),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of evaluation, for good.</summary>
    public static IEnumerable<Act> Evaluation(int day, string reason) =>
    [
        new Attach(day - 8, "joint-review", "Catatan tinjauan bersama (contoh)", AsText: true),
        new Attach(day - 7, "final-report", "Laporan akhir (contoh)"),
        new Attach(day - 6, "lessons-learned", "Pembelajaran dan praktik baik (contoh)"),
        new Confirm(day - 5, "obstacles-recorded"),
        new Confirm(day - 5, "results-carried-on", Role.Manager),
        new Decide(day - 2, "partner-closing"),
        new Move(day, MoveKind.Close, reason),
    ];
}

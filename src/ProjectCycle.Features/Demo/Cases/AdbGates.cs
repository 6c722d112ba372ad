using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample evidence for the gates of the ADB template, gathered in the weeks before the move on <c>day</c>.</summary>
internal static class AdbGates
{
    /// <summary>Out of identification; RPJMD and the partner's programme must be filled in.</summary>
    public static IEnumerable<Act> Identification(int day) =>
    [
        new Attach(day - 50, "concept-note", "Catatan konsep (contoh)"),
        new Meet(day - 50, "concept-note-due"),
        .. Serve.Both(
            day - 45,
            "Contoh: cakupan layanan sanitasi layak meningkat.",
            "Contoh: layanan perkotaan dan sanitasi yang aman.",
            "Contoh: instalasi dan jaringan perpipaan melayani kawasan yang belum terjangkau."),
        new Attach(day - 30, "concept-paper", "Concept paper ADB (contoh)"),
        new Attach(day - 30, "dmf", "Kerangka rancangan dan pemantauan (contoh)"),
        new Confirm(day - 20, "blue-book-entry", Role.Staff, "Kode Blue Book: contoh."),
        new Decide(day - 7, "adb-concept"),
        new Meet(day - 7, "concept-follow-up"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of preparation: studies, the fact-finding mission, readiness.</summary>
    public static IEnumerable<Act> Preparation(int day) =>
    [
        new Meet(day - 370, "counterpart-team"),
        new Attach(day - 90, "feasibility-study", "Studi kelayakan (contoh)"),
        new Attach(day - 80, "environment-assessment", "Kajian lingkungan (contoh)"),
        new Attach(day - 75, "resettlement-plan", "Rencana pengadaan tanah dan pemukiman kembali (contoh)"),
        new Meet(day - 74, "studies-draft"),
        new Attach(day - 60, "fm-assessment", "Kajian pengelolaan keuangan (contoh)", Role.Finance),
        new Attach(day - 58, "procurement-assessment", "Kajian risiko pengadaan (contoh)", Role.Finance),
        new Meet(day - 40, "studies-final"),
        new Attach(day - 30, "mission-mou", "Aide-mémoire misi pencarian fakta (contoh)", AsText: true),
        .. PreparationWork.Studies(day - 45, "Studi kelayakan (contoh)"),
        .. PreparationWork.Readiness(day - 12, new Dictionary<string, string>
        {
            ["environment"] = "Kajian lingkungan (contoh)",
            ["land"] = "Rencana pengadaan tanah dan pemukiman kembali (contoh)",
            ["procurement"] = "Kajian risiko pengadaan (contoh)",
        }),
        new Decide(day - 5, "bappenas-readiness"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of appraisal, with the appraisal of the wastewater project, the only one under this template; counterpart funds must be filled in.</summary>
    public static IEnumerable<Act> Appraisal(int day) =>
    [
        new Attach(day - 60, "pam", "Project Administration Manual (contoh)"),
        new Meet(day - 60, "pam-inputs"),
        new Confirm(day - 45, "readiness-filters"),
        new Appraise(day - 40, AppraisalSamples.Wastewater),
        new Confirm(day - 35, "targets-agreed", Role.Manager),
        new Attach(day - 30, "rrp", "Rancangan RRP (contoh)"),
        new Meet(day - 28, "rrp-comments"),
        new Decide(day - 10, "bappenas"),
        new Decide(day - 4, "adb-review"),
        new Move(day, MoveKind.Advance),
    ];
}

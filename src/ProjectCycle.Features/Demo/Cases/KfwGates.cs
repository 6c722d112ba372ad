using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample evidence for the gates of the KfW template, gathered in the weeks before the move on <c>day</c>.</summary>
internal static class KfwGates
{
    private const string Esia = "Analisis dampak lingkungan dan sosial (contoh)";
    private const string Study = "Studi kelayakan (contoh)";

    /// <summary>Out of identification; RPJMD and the partner's programme must be filled in.</summary>
    public static IEnumerable<Act> Identification(int day) =>
    [
        new Attach(day - 130, "concept-note", "Catatan konsep (contoh)"),
        new Meet(day - 128, "concept-note-due"),
        .. Serve.Both(
            day - 120,
            "Contoh: sampah yang ditimbun berkurang.",
            "Contoh: iklim dan pembangunan perkotaan.",
            "Contoh: sampah dipilah sebelum ditimbun."),
        new Confirm(day - 60, "blue-book-entry", Role.Staff, "Kode Blue Book: contoh."),
        new Attach(day - 30, "negotiation-protocol", "Protokol perundingan antarpemerintah (contoh)"),
        new Meet(day - 28, "pledge-follow-up"),
        new Decide(day - 7, "bmz"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of preparation: studies and readiness.</summary>
    public static IEnumerable<Act> Preparation(int day) =>
    [
        new Attach(day - 540, "study-tor", "Kerangka acuan studi kelayakan (contoh)"),
        new Meet(day - 538, "study-tor-due"),
        new Attach(day - 250, "feasibility-study", Study),
        new Meet(day - 248, "study-final"),
        new Attach(day - 240, "esia", Esia),
        new Attach(day - 230, "target-group-analysis", "Analisis kelompok sasaran (contoh)"),
        .. PreparationWork.Studies(day - 60, Study),
        .. PreparationWork.Readiness(day - 30, new Dictionary<string, string> { ["environment"] = Esia }, landDoesNotApply: "Contoh: dibangun di atas tanah milik kota."),
        new Confirm(day - 25, "green-book-entry", Role.Reviewer, "Kode Green Book: contoh."),
        new Decide(day - 10, "kfw-studies"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of appraisal, once mission, components, targets and counterpart funds are there.</summary>
    public static IEnumerable<Act> Appraisal(int day) =>
    [
        new Attach(day - 45, "appraisal-report", "Ringkasan laporan penilaian KfW (contoh)"),
        new Confirm(day - 35, "pmu-set-up", Role.Manager, "Keputusan pembentukan PMU (contoh)."),
        new Decide(day - 20, "bappenas"),
        new Decide(day - 10, "bmz-appraisal"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of negotiation; the agreement is signed 54 days before, and both of its dates must be filled in.</summary>
    public static IEnumerable<Act> Negotiation(int day) =>
    [
        new Meet(day - 120, "dprd-request"),
        Negotiate.Settled(day - 100),
        new Decide(day - 84, "dprd"),
        new Attach(day - 76, "government-agreement", "Perjanjian antarpemerintah (contoh)"),
        new Decide(day - 70, "finance-ministry"),
        new Attach(day - 53, "financing-agreement", "Perjanjian pinjaman dengan KfW (contoh)"),
        new Meet(day - 53, "agreement-signed"),
        new Meet(day - 53, "pledge-lapses"),
        new Attach(day - 50, "separate-agreement", "Perjanjian Terpisah (contoh)"),
        new Attach(day - 40, "passing-on-agreement", "Perjanjian penerusan hibah kepada Kota Jambi (contoh)", Role.Finance),
        new Meet(day - 3, "effectiveness-due"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>The quarterly reports from <paramref name="first"/> on, each handed in within half a month before it is due.</summary>
    public static IEnumerable<Act> ProgressReports(int first)
    {
        for (var day = first; day < -15; day += 15)
            yield return new Report(day, "progress-report", "progress-report", "Laporan kemajuan triwulanan (contoh)");
    }
}

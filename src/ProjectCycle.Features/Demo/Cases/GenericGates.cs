using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample evidence for the gates of the generic template, gathered in the weeks before the move on <c>day</c>.</summary>
internal static class GenericGates
{
    /// <summary>Out of identification; RPJMD and the partner's programme must be filled in.</summary>
    public static IEnumerable<Act> Identification(int day) =>
    [
        new Attach(day - 60, "need-potential-map", "Peta kebutuhan dan potensi (contoh)"),
        new Attach(day - 30, "concept-note", "Catatan konsep (contoh)"),
        new Meet(day - 30, "concept-note-due"),
        new Confirm(day - 20, "cooperation-requirements", Role.Reviewer, "Diperiksa bersama bagian kerja sama (contoh)."),
        new Decide(day - 7, "head-of-region"),
        new Meet(day - 1, "identification-review"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of preparation: the six studies and the cooperation plan.</summary>
    public static IEnumerable<Act> Preparation(int day) =>
    [
        new Attach(day - 90, "study-technical", "Kajian kapasitas teknis (contoh)"),
        new Attach(day - 80, "study-institutions", "Kajian kelembagaan (contoh)"),
        new Attach(day - 75, "study-environment-society", "Kajian lingkungan dan sosial (contoh)"),
        new Meet(day - 74, "studies-draft"),
        new Attach(day - 60, "study-financing", "Kajian pembiayaan dan ekonomi (contoh)", Role.Finance),
        new Attach(day - 58, "study-fm-procurement", "Kajian pengelolaan keuangan dan pengadaan (contoh)", Role.Finance),
        new Attach(day - 40, "study-results-risks", "Kajian hasil dan risiko (contoh)"),
        new Meet(day - 40, "studies-final"),
        new Attach(day - 30, "cooperation-plan", "Rencana kerja sama (contoh)"),
        new Decide(day - 5, "tkksd"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of appraisal; counterpart funds must be filled in.</summary>
    public static IEnumerable<Act> Appraisal(int day) =>
    [
        new Attach(day - 50, "appraisal-document", "Dokumen penilaian (contoh)"),
        new Meet(day - 50, "appraisal-draft"),
        new Attach(day - 45, "risk-register", "Daftar risiko (contoh)"),
        new Confirm(day - 40, "pmu-set-up", Role.Manager, "Keputusan kepala daerah tentang PMU sudah terbit (contoh)."),
        new Confirm(day - 35, "problem-solving", Role.Manager),
        new Attach(day - 30, "legal-draft", "Rancangan perjanjian (contoh)"),
        new Attach(day - 20, "appraisal-document", "Dokumen penilaian (contoh)"),
        new Meet(day - 20, "appraisal-final"),
        new Decide(day - 4, "bappenas"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of negotiation; the date of signing and the amount must be filled in.</summary>
    public static IEnumerable<Act> Negotiation(int day) =>
    [
        new Attach(day - 60, "agreed-minutes", "Risalah kesepakatan negosiasi (contoh)", AsText: true),
        new Meet(day - 58, "dprd-request"),
        new Decide(day - 30, "dprd"),
        new Decide(day - 20, "home-affairs"),
        new Confirm(day - 15, "legal-documents-final", Role.Reviewer),
        new Attach(day - 3, "signed-agreement", "Perjanjian yang ditandatangani (contoh)"),
        new Meet(day - 3, "agreement-signed"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of implementation; the date of completion must be filled in.</summary>
    public static IEnumerable<Act> Implementation(int day) =>
    [
        new Attach(day - 40, "progress-report", "Laporan kemajuan terakhir (contoh)"),
        new Attach(day - 30, "coordination-minutes", "Notulen rapat koordinasi (contoh)", AsText: true),
        new Attach(day - 10, "handover-record", "Berita acara serah terima (contoh)"),
        new Confirm(day - 5, "funds-reconciled", Role.Finance),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of evaluation, for good.</summary>
    public static IEnumerable<Act> Evaluation(int day, string reason) =>
    [
        new Attach(day - 8, "joint-review", "Catatan tinjauan bersama (contoh)", AsText: true),
        new Attach(day - 7, "completion-report", "Laporan penyelesaian (contoh)"),
        new Attach(day - 6, "lessons-learned", "Pembelajaran dan praktik baik (contoh)"),
        new Confirm(day - 5, "obstacles-recorded"),
        new Confirm(day - 5, "follow-on-considered", Role.Manager, "Usulan lanjutan belum diajukan (contoh)."),
        new Decide(day - 2, "head-of-region-closing"),
        new Move(day, MoveKind.Close, reason),
    ];
}

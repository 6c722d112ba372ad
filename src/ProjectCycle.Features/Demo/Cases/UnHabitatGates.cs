using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Sample evidence for the gates of the UN-Habitat template, gathered in the weeks before the move on <c>day</c>.</summary>
internal static class UnHabitatGates
{
    /// <summary>Out of identification; RPJMD and the partner's programme must be filled in.</summary>
    public static IEnumerable<Act> Identification(int day) =>
    [
        new Attach(day - 60, "need-potential-map", "Peta kebutuhan dan potensi (contoh)"),
        .. Serve.Both(
            day - 55,
            "Contoh: luas kawasan kumuh berkurang.",
            "Contoh: permukiman layak dan perencanaan bersama warga.",
            "Contoh: penataan kawasan direncanakan dan dikerjakan bersama warga."),
        new Attach(day - 45, "concept-note", "Catatan konsep (contoh)"),
        new Meet(day - 45, "concept-note-due"),
        new Confirm(day - 30, "foreign-minister-consulted", Role.Reviewer, "Surat konsultasi: contoh."),
        new Decide(day - 14, "head-of-region"),
        new Decide(day - 7, "unh-branch"),
        new Meet(day - 7, "concept-review"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of preparation: the project document and the committee's comments; the counterpart must be filled in.</summary>
    public static IEnumerable<Act> Preparation(int day) =>
    [
        new Attach(day - 100, "project-document", "Dokumen proyek (contoh)"),
        new Meet(day - 100, "project-document-draft"),
        new Attach(day - 90, "results-framework", "Kerangka hasil (contoh)"),
        new Confirm(day - 60, "steering-committee", Role.Manager),
        new Confirm(day - 55, "monitoring-plan"),
        new Meet(day - 45, "project-document-sent"),
        new Attach(day - 15, "prc-comments", "Catatan komite peninjau (contoh)", AsText: true),
        new Decide(day - 5, "tkksd"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of appraisal: the committee's decision.</summary>
    public static IEnumerable<Act> Appraisal(int day) =>
    [
        new Attach(day - 110, "comment-answers", "Jawaban atas catatan komite (contoh)"),
        new Meet(day - 110, "answers-due"),
        new Attach(day - 60, "project-document-final", "Dokumen proyek final (contoh)"),
        new Confirm(day - 50, "prc-changes"),
        new Confirm(day - 40, "pmu-set-up", Role.Manager, "Keputusan kepala daerah tentang PMU sudah terbit (contoh)."),
        new Appraise(day - 30, AppraisalSamples.Settlements),
        new Decide(day - 4, "prc", DecisionOutcome.ApprovedWithConditions, "Contoh: disetujui dengan syarat pelaporan.")
        {
            Conditions = [("Contoh: laporan keuangan semester pertama dikirim kepada UN-Habitat.", 60)],
        },
        new Meet(day - 4, "committee-decision-due"),
        new Move(day, MoveKind.Advance),
    ];

    /// <summary>Out of negotiation; the date of signing and the amount must be filled in.</summary>
    public static IEnumerable<Act> Negotiation(int day) =>
    [
        new Meet(day - 170, "dprd-request"),
        new Decide(day - 60, "dprd"),
        new Decide(day - 40, "home-affairs"),
        new Confirm(day - 20, "contribution-signed"),
        Negotiate.Settled(day - 18),
        new Decide(day - 8, "unh-authority"),
        new Attach(day - 3, "cooperation-agreement", "Agreement of Cooperation yang ditandatangani (contoh)"),
        new Meet(day - 3, "agreement-signed"),
        new Move(day, MoveKind.Advance),
    ];
}

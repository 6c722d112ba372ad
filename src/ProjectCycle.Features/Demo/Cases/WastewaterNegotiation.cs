using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Negotiation;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>
/// The talks about the wastewater plant, all of it made up: one round held, one prepared, a matrix with open, agreed and dropped
/// items, actions and conditions of effectiveness.
/// </summary>
internal static class WastewaterNegotiation
{
    public const string Minutes = "Risalah negosiasi putaran pertama (contoh)";

    /// <summary>As it stands on <paramref name="day"/>.</summary>
    public static Negotiate On(int day) => new(day, FillInAsync);

    private static async Task FillInAsync(NegotiationDesk desk)
    {
        var first = await desk.RoundAsync(FirstRound(desk));
        await desk.RoundAsync(SecondRound(desk));
        foreach (var position in Positions(first))
            await desk.PositionAsync(position);
        await AddActionsAsync(desk, first);
        await AddSigningAsync(desk);
    }

    private static RoundInput FirstRound(NegotiationDesk desk) => new()
    {
        HeldOn = desk.Day(-125),
        Place = "Jakarta",
        OurPeople = "PMU Kota Jambi, Bappeda, BPKAD; didampingi Bappenas dan Kementerian Keuangan (contoh)",
        TheirPeople = "Misi negosiasi ADB (contoh)",
        Background = "Contoh: misi penilaian selesai; nilai proyek dan rancangan PAM sudah dibahas.",
        Goal = "Contoh: menyepakati lingkup dan jadwal pencairan.",
        Strategy = "Contoh: mulai dari hal yang sudah sejalan, bahas dana pendamping terakhir.",
        WorkingLanguage = "Inggris, dengan juru bahasa (contoh)",
        TimeLimit = "Dua hari (contoh)",
        WayOfDeciding = "Mufakat kedua delegasi (contoh)",
        StatementNote = "Contoh: kedua pihak menyampaikan posisi menurut matriks.",
        DiscussionNote = "Contoh: pilihan pembagian dana pendamping per tahun dibandingkan.",
        AgreementNote = "Contoh: lingkup dan jadwal disepakati; dana pendamping dilanjutkan pada putaran kedua.",
        Done = Enum.GetValues<NegotiationStep>(),
        Result = "Contoh: lingkup dan jadwal disepakati, dua pokok bahasan masih terbuka.",
        MinutesId = desk.Document(Minutes),
    };

    private static RoundInput SecondRound(NegotiationDesk desk) => new()
    {
        HeldOn = desk.Day(4),
        IsOnline = true,
        OurPeople = "PMU Kota Jambi, BPKAD (contoh)",
        TheirPeople = "Misi negosiasi ADB (contoh)",
        Background = "Contoh: DPRD meminta rincian dana pendamping per tahun.",
        Goal = "Contoh: menyepakati dana pendamping dan pelaporan.",
        Strategy = "Contoh: tawarkan lahan dan petugas sebagai bagian dana pendamping.",
        Done = [NegotiationStep.Preparation],
    };

    private static PositionInput[] Positions(Guid first) =>
    [
        new()
        {
            AgendaItem = "Sambungan rumah (contoh)",
            Subject = NegotiationSubject.Scope,
            Ours = "Contoh: sambungan rumah masuk lingkup proyek.",
            Interest = "Contoh: instalasi tanpa sambungan tidak dimanfaatkan.",
            Fallback = "Contoh: sambungan dibiayai APBD secara bertahap.",
            Theirs = "Contoh: hanya instalasi dan jaringan utama.",
            Outcome = PositionOutcome.Agreed,
            AgreedText = "Contoh: sambungan rumah di sepanjang jaringan utama termasuk lingkup proyek.",
            TextReference = "Lampiran 1, butir 3 (contoh)",
            RoundId = first,
        },
        new()
        {
            AgendaItem = "Jadwal pencairan (contoh)",
            Subject = NegotiationSubject.Schedule,
            Ours = "Contoh: pencairan pertama tiga bulan setelah berlaku efektif.",
            Theirs = "Contoh: setelah konsultan pengawas ditunjuk.",
            Outcome = PositionOutcome.Agreed,
            AgreedText = "Contoh: pencairan pertama tiga bulan setelah berlaku efektif dan konsultan pengawas ditunjuk.",
            TextReference = "Pasal 3 (contoh)",
            RoundId = first,
        },
        new()
        {
            AgendaItem = "Dana pendamping per tahun (contoh)",
            Subject = NegotiationSubject.Counterpart,
            Ours = "Contoh: dana pendamping dibagi rata lima tahun.",
            Interest = "Contoh: ruang anggaran daerah sempit pada dua tahun pertama.",
            Fallback = "Contoh: lahan dan petugas dihitung sebagai dana pendamping; selebihnya diminta penundaan satu tahun.",
            Theirs = "Contoh: separuhnya pada dua tahun pertama.",
        },
        new()
        {
            AgendaItem = "Laporan kemajuan (contoh)",
            Subject = NegotiationSubject.Reporting,
            Ours = "Contoh: satu laporan untuk ADB dan Bappenas.",
            Interest = "Contoh: petugas PMU sedikit.",
        },
        new()
        {
            AgendaItem = "Kantor PMU baru (contoh)",
            Subject = NegotiationSubject.ProjectUnit,
            Ours = "Contoh: pinjaman membiayai kantor PMU.",
            Theirs = "Contoh: bukan biaya yang memenuhi syarat.",
            Outcome = PositionOutcome.Dropped,
            RoundId = first,
        },
    ];

    private static async Task AddActionsAsync(NegotiationDesk desk, Guid first)
    {
        await desk.ActionAsync(new ActionInput
        {
            Task = "Susun rincian dana pendamping per tahun (contoh)",
            OwnerId = desk.Person(Role.Finance),
            DueOn = desk.Day(-3),
            RoundId = first,
        });
        await desk.ActionAsync(new ActionInput
        {
            Task = "Kirim contoh format laporan kemajuan (contoh)",
            PartnerOwner = "Misi ADB (contoh)",
            DueOn = desk.Day(9),
            RoundId = first,
        });
        await desk.ActionAsync(new ActionInput
        {
            Task = "Perbaiki peta sambungan rumah (contoh)",
            OwnerId = desk.Person(Role.Staff),
            DueOn = desk.Day(-60),
            DoneOn = desk.Day(-66),
            RoundId = first,
        });
    }

    private static async Task AddSigningAsync(NegotiationDesk desk)
    {
        await desk.SignatoryAsync(new SignatoryInput { Name = "Pejabat Kementerian Keuangan (contoh)", Office = "Atas nama peminjam (contoh)", Side = NegotiationSide.Ours, PlannedOn = desk.Day(40), Place = "Jakarta" });
        await desk.SignatoryAsync(new SignatoryInput { Name = "Direktur ADB untuk Indonesia (contoh)", Side = NegotiationSide.Partner, PlannedOn = desk.Day(40), Place = "Jakarta" });
        await desk.ConditionAsync(new EffectivenessInput { Requirement = "Pendapat hukum atas perjanjian pinjaman diserahkan (contoh)", DueOn = desk.Day(95), Side = NegotiationSide.Ours });
        await desk.ConditionAsync(new EffectivenessInput { Requirement = "Perjanjian penerusan pinjaman ditandatangani (contoh)", DueOn = desk.Day(110), Side = NegotiationSide.Ours });
    }
}

using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Projects;
using static ProjectCycle.Domain.Cycles.StateCodes;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Kota Jambi: the four cases told in depth, one that is made up, and its other strategic partners.</summary>
internal static class JambiCases
{
    public static IReadOnlyList<DemoCase> All(DateOnly today) =>
        [TalangGulo(today), WasteSorting(), Wastewater(), SlumUpgrading(today), EnglishTraining(today), StrategicPartners(today)];

    /// <summary>In implementation since the agreement took effect, after an appraisal that had to be made twice; KfW looks at the tender of the works.</summary>
    private static DemoCase TalangGulo(DateOnly today) => new()
    {
        Code = "JMB-TPA-TALANGGULO",
        Unit = DemoUnits.Jambi,
        Template = "kfw",
        Name = new("Talang Gulo sanitary landfill", "TPA saniter Talang Gulo"),
        Facts = new(
            "Germany supports a sanitary landfill at Talang Gulo with EUR 13.4 million to treat the city's waste and cut greenhouse gases; according to the press it belongs to a KfW loan of USD 100 million that the central government passes on to regions as grants. The source does not say how far the project has come: stage and evidence here are samples.",
            "Jerman mendukung TPA saniter di Talang Gulo dengan EUR 13,4 juta untuk mengolah sampah kota dan menekan gas rumah kaca; menurut pemberitaan, proyek ini bagian dari pinjaman KfW USD 100 juta yang diteruskan pemerintah pusat kepada daerah sebagai hibah. Sumber tidak menyebut kemajuannya: tahap dan bukti di sini adalah contoh."),
        Source = Sources.Jambi,
        HasSampleDates = true,
        Sector = "14050",
        Partners = [("KfW", PartnerRole.Extending), ("BMZ", PartnerRole.Funding), ("PU", PartnerRole.Accountable)],
        Agreement = DemoPartners.KfwLoan,
        Amounts = [(AmountKind.Agreement, 13_400_000m, "EUR")],
        Owner = Role.Staff,
        RegisteredOn = -1800,
        Story =
        [
            new Involve(-1790, ActorKind.DevelopmentAgency, "KfW", "Menyalurkan dana dan memberi no-objection."),
            new Involve(-1790, ActorKind.Bappeda, "Bappeda Kota Jambi (contoh)", "Contoh: menyelaraskan usulan dengan RPJMD.", "Penelaah Bappeda (contoh)"),
            new Involve(-1790, ActorKind.Skpd, "Dinas Lingkungan Hidup Kota Jambi (contoh)", "Contoh: mengelola TPA."),
            new Involve(-1400, ActorKind.Community, "Warga sekitar Talang Gulo (contoh)", "Contoh: menyampaikan tanggapan atas analisis dampak."),
            new Attach(-1785, "concept-note", "Catatan konsep TPA Talang Gulo (contoh)"),
            new Meet(-1780, "concept-note-due"),
            new Confirm(-1750, "blue-book-entry", Role.Staff, "Kode Blue Book: contoh."),
            new Attach(-1720, "negotiation-protocol", "Protokol perundingan antarpemerintah (contoh)"),
            new Meet(-1718, "pledge-follow-up"),
            new Decide(-1715, "bmz", DecisionOutcome.Returned, "Contoh: perjelas jumlah penduduk yang dilayani."),
            new Edit(-1705, details => details with
            {
                RpjmdAlignment = "Contoh: mendukung sasaran persampahan dan kualitas lingkungan dalam RPJMD Kota Jambi.",
                PartnerProgramme = "Contoh: prioritas iklim dan pembangunan perkotaan dalam kerja sama Jerman-Indonesia.",
            }),
            new Chart(-1770, new()
            {
                Kind = MapKind.Need, Sector = "Persampahan", Subject = "Pengolahan sampah kota di TPA saniter", Priority = 1, Problem = "Contoh: sampah kota belum diolah secara saniter dan melepas gas rumah kaca.",
                EvidenceFigure = "Contoh: timbulan sampah per hari", EvidenceSource = "Contoh: data dinas lingkungan hidup", ResponsibleOffice = "Dinas Lingkungan Hidup (contoh)", Sought = Wants.Technology | Wants.Funds,
                OwnWeakness = "Contoh: lahan sel baru belum siap.", PlanLink = "Contoh: sasaran persampahan RPJMD Kota Jambi",
            }),
            new Chart(-1770, new()
            {
                Kind = MapKind.Potential, Sector = "Persampahan", Subject = "Lahan TPA Talang Gulo", Priority = 2, EvidenceFigure = "Contoh: luas lahan milik kota", EvidenceSource = "Contoh: daftar aset daerah",
                ResponsibleOffice = "Dinas Lingkungan Hidup (contoh)", OwnStrength = "Contoh: lahan sudah dipakai sebagai TPA.", Offered = "Contoh: lahan dan tenaga operasi.", Sought = Wants.Investment | Wants.Training,
                OtherActors = "Contoh: bank sampah, perguruan tinggi.",
            }),
            .. Serve.Both(
                -1760,
                "Contoh: pengelolaan sampah dan kualitas lingkungan membaik.",
                "Contoh: iklim dan pembangunan perkotaan.",
                "Contoh: TPA saniter mengolah sampah kota dan menekan gas rumah kaca."),
            new Serve(-1760, PlanKind.Rpjmn, "Contoh: program prioritas", "Contoh: penurunan emisi gas rumah kaca sektor limbah.", "Contoh: gas metana ditangkap.", PlanFit.Partial),
            new Judge(-1755, "", Except: [("people-to-people", RequirementState.Unknown), ("equal-status", RequirementState.NotMet)]),
            new Draft(-1750, new()
            {
                Problem = "Contoh: sampah kota belum diolah secara saniter; air lindi dan gas metana mencemari lingkungan.",
                Objective = "Contoh: sampah kota diolah di TPA saniter yang memenuhi baku mutu.",
                Scope = "Sel saniter, pengolahan air lindi dan penangkapan gas di Talang Gulo. (contoh)",
                PartnerReason = "Jerman melalui KfW mendukung TPA saniter di Talang Gulo.",
                ExpectedResults = "Sampah diolah dan gas rumah kaca ditekan. (Angka target: contoh, belum ditetapkan.)",
                Cost = "EUR 13,4 juta dukungan Jerman; dana pendamping belum ditetapkan.",
                NextSteps = "Contoh: usulan Blue Book, lalu kerangka acuan studi kelayakan.",
            }),
            new Decide(-1690, "bmz"),
            new Move(-1680, MoveKind.Advance),
            new Attach(-1650, "study-tor", "Kerangka acuan studi kelayakan (contoh)"),
            new Meet(-1645, "study-tor-due"),
            new Decide(-1600, "kfw-studies", DecisionOutcome.Returned, "Contoh: kerangka acuan belum memuat pengelolaan air lindi."),
            new Move(-1500, MoveKind.Hold, "Contoh: batas lahan sel baru belum pasti.", "O10.9"),
            new Move(-1440, MoveKind.Resume, "Contoh: batas lahan sudah ditetapkan."),
            new Attach(-1400, "study-tor", "Kerangka acuan studi kelayakan (contoh)"),
            new Attach(-1320, "feasibility-study", "Studi kelayakan TPA Talang Gulo (contoh)"),
            new Attach(-1300, "esia", "Analisis dampak lingkungan dan sosial (contoh)"),
            new Attach(-1290, "target-group-analysis", "Analisis kelompok sasaran (contoh)"),
            new Attach(-1250, "feasibility-study", "Studi kelayakan TPA Talang Gulo (contoh)"),
            new Meet(-1248, "study-final"),
            .. PreparationWork.Studies(-1240, "Studi kelayakan TPA Talang Gulo (contoh)"),
            .. PreparationWork.Readiness(-1225, new Dictionary<string, string> { ["environment"] = "Analisis dampak lingkungan dan sosial (contoh)" },
                landDoesNotApply: "Contoh: sel baru dibangun di atas tanah milik kota; tidak ada warga yang pindah."),
            new Confirm(-1220, "green-book-entry", Role.Reviewer, "Kode Green Book: contoh."),
            new Decide(-1200, "kfw-studies"),
            new Move(-1180, MoveKind.Advance),
            new Meet(-1140, "mission-papers"),
            new Move(-1100, MoveKind.Return, "Contoh: misi KfW meminta analisis dampak diperbarui.", "O10.8", To: StateCodes.Preparation),
            new Meet(-1050, "study-tor-due"),
            new Attach(-1010, "esia", "Analisis dampak lingkungan dan sosial (contoh)"),
            new Decide(-990, "kfw-studies", DecisionOutcome.ApprovedWithConditions, "Contoh: analisis dampak diterima dengan syarat.")
            {
                Conditions = [("Contoh: pemantauan air tanah dimulai sebelum konstruksi.", 160)],
            },
            new Meet(-950, "study-final"),
            new Move(-910, MoveKind.Advance, "Contoh: analisis dampak sudah diperbarui."),
            new Leaves(-905, StudyKind.Environmental, "Contoh: rencana pemantauan air tanah dikirim kepada KfW.", Due: -890, ClosedOn: -893),
            new Meet(-870, "mission-papers"),
            new Attach(-866, "mission-minutes", "Risalah misi penilaian KfW (contoh)", AsText: true),
            new Appraise(-850, AppraisalSamples.Landfill),
            new Confirm(-840, "targets-agreed", Role.Manager, "Target dan data dasar disepakati pada misi (contoh)."),
            new Meet(-830, "appraisal-comments"),
            new Edit(-826, details => details with { Amounts = [.. details.Amounts, (AmountKind.Counterpart, Rupiah(25_200_000_000m))] }),
            .. KfwGates.Appraisal(-780),
            .. KfwGates.Negotiation(-636),
            new Edit(-640, details => details with { Dates = details.Dates with { SignedOn = today.AddDays(-690), EffectiveOn = today.AddDays(-640) } }),
            .. KfwGates.ProgressReports(-620),
            new Meet(-285, "progress-review"),
            new Edit(-300, details => details with { PartnerProgramme = "Contoh: prioritas iklim dan pembangunan perkotaan dalam kerja sama Jerman-Indonesia; misi tinjauan kemajuan disiapkan." }),
            new Fund(-49, FinancingSamples.Landfill),
            new Set(-60, -25, "Jawab pertanyaan KfW atas biaya operasi (contoh)"),
            new Meet(-28, "Jawab pertanyaan KfW atas biaya operasi (contoh)"),
            new Ask(-27, "kfw-contracts", "Contoh: dokumen lelang paket CW-01 sudah dikirim kepada KfW."),
            new Set(-30, 75, "Misi tinjauan kemajuan KfW berikutnya (contoh)"),
        ],
    };

    /// <summary>Made up, and in appraisal: its gate still waits for an upload, a check, an amount and two decisions.</summary>
    private static DemoCase WasteSorting() => new()
    {
        Code = "JMB-PILAH-CONTOH",
        Unit = DemoUnits.Jambi,
        Template = "kfw",
        Name = new("Waste sorting plant (a sample, not a real project)", "Fasilitas pemilahan sampah (contoh, bukan proyek sebenarnya)"),
        Facts = new(
            "A made-up project, so that a gate that is still shut can be tried out: no source tells of it, and every word and number of it is a sample.",
            "Proyek yang dikarang agar gerbang yang belum terbuka dapat dicoba: tidak ada sumber yang menyebutnya, dan setiap kata serta angkanya adalah contoh."),
        Source = Sources.None,
        HasSampleDates = true,
        Sector = "14050",
        RpjmdAlignment = "Contoh: mendukung sasaran pengurangan sampah dalam RPJMD Kota Jambi.",
        PartnerProgramme = "Contoh: prioritas iklim dan pembangunan perkotaan dalam kerja sama Jerman-Indonesia.",
        Partners = [("KfW", PartnerRole.Extending), ("BMZ", PartnerRole.Funding)],
        Owner = Role.Staff,
        RegisteredOn = -900,
        Story =
        [
            new Involve(-890, ActorKind.Skpd, "Dinas Lingkungan Hidup Kota Jambi (contoh)", "Contoh: mengelola fasilitas."),
            .. KfwGates.Identification(-700),
            .. KfwGates.Preparation(-110),
            new Leaves(-105, StudyKind.Environmental, "Contoh: rencana pemantauan bau dan air lindi dikirim kepada KfW.", Due: -12),
            new Postpone(-108, "appraisal-comments", Due: -4),
            new Meet(-70, "mission-papers"),
            new Attach(-66, "mission-minutes", "Risalah misi penilaian KfW (contoh)", AsText: true),
            new Appraise(-50, AppraisalSamples.WasteSorting),
            new Confirm(-40, "targets-agreed", Role.Manager, "Target dan data dasar disepakati pada misi (contoh)."),
            new Set(-35, 2, "Kirim rancangan keputusan pembentukan PMU kepada Wali Kota (contoh)", Role.Manager),
            new Set(-35, 6, "Sampaikan angka dana pendamping kepada BPKAD (contoh)", Role.Finance),
            new Set(-30, 20, "Rapat dengan Bappenas tentang Daftar Kegiatan (contoh)", Role.Reviewer),
            new Ask(-27, "bappenas", "Contoh: surat usulan Daftar Kegiatan sudah dikirim."),
        ],
    };

    /// <summary>In negotiation: DPRD has sent the plan back, the ministry has not answered, nothing is signed.</summary>
    private static DemoCase Wastewater() => new()
    {
        Code = "JMB-IPAL-TIMUR",
        Unit = DemoUnits.Jambi,
        Template = "adb-sovereign",
        Name = new("Wastewater plant and sewerage, Jambi Timur", "IPAL dan jaringan perpipaan, Jambi Timur"),
        Facts = new(
            "ADB supports a wastewater treatment plant with sewerage in Jambi Timur with IDR 625 billion. The source does not say how far the project has come: stage and evidence here are samples.",
            "ADB mendukung instalasi pengolahan air limbah dan jaringan perpipaan di Jambi Timur dengan Rp625 miliar. Sumber tidak menyebut kemajuannya: tahap dan bukti di sini adalah contoh."),
        Source = Sources.Jambi,
        HasSampleDates = true,
        Sector = "14022",
        RpjmdAlignment = "Contoh: mendukung sasaran sanitasi layak dalam RPJMD Kota Jambi.",
        PartnerProgramme = "Contoh: kemitraan ADB untuk layanan perkotaan.",
        Partners = [("ADB", PartnerRole.Funding)],
        Amounts = [(AmountKind.Agreement, 625_000_000_000m, "IDR")],
        Owner = Role.Manager,
        RegisteredOn = -930,
        Story =
        [
            new Involve(-925, ActorKind.DevelopmentAgency, "ADB", "Membiayai proyek."),
            new Involve(-925, ActorKind.Dprd, "DPRD Kota Jambi (contoh)", "Contoh: menyetujui komitmen dana pendamping."),
            new Involve(-925, ActorKind.Skpd, "Dinas Pekerjaan Umum Kota Jambi (contoh)", "Contoh: instansi pelaksana."),
            .. AdbGates.Identification(-820),
            new Move(-700, MoveKind.Hold, "Contoh: anggaran kajian digeser tahun berjalan.", "O4.3"),
            new Move(-610, MoveKind.Resume, "Contoh: anggaran kajian tersedia kembali."),
            .. AdbGates.Preparation(-430),
            new Edit(-300, details => details with { Amounts = [.. details.Amounts, (AmountKind.Counterpart, Rupiah(31_250_000_000m))] }),
            .. AdbGates.Appraisal(-165),
            new Attach(-120, "negotiation-minutes", WastewaterNegotiation.Minutes, AsText: true),
            new Meet(-140, "dprd-request"),
            new Decide(-45, "dprd", DecisionOutcome.Returned, "Contoh: DPRD meminta rincian dana pendamping per tahun."),
            new Ready(-44, "dprd", ReadinessState.Draft, "Contoh: DPRD mengembalikan rencana; rincian dana pendamping per tahun disusun.", Due: -3, By: Role.Finance),
            new Ready(-17, "counterpart", ReadinessState.Final, "Contoh: dana pendamping dirinci per tahun, menunggu verifikasi.", Due: 12),
            new Postpone(-40, "agreement-signed", Due: 40),
            new Set(-38, -6, "Kirim rincian dana pendamping per tahun kepada DPRD (contoh)", Role.Finance),
            new Set(-38, 4, "Negosiasi putaran kedua dengan ADB (contoh)", Role.Manager),
            new Edit(-17, details => details with { PartnerProgramme = "Contoh: kemitraan ADB untuk layanan perkotaan; dana pendamping dirinci per tahun." }),
            new Attach(-16, "negotiation-minutes", WastewaterNegotiation.Minutes, AsText: true),
            new Ask(-14, "dprd", "Contoh: rincian dana pendamping per tahun sudah dilampirkan pada risalah."),
            new Set(-20, 27, "Kirim rancangan final kepada Kementerian Dalam Negeri (contoh)"),
            WastewaterNegotiation.On(-13),
            new Fund(-12, FinancingSamples.Wastewater),
        ],
    };

    /// <summary>In implementation since four months.</summary>
    private static DemoCase SlumUpgrading(DateOnly today) => new()
    {
        Code = "JMB-KUMUH-UNHABITAT",
        Unit = DemoUnits.Jambi,
        Template = "un-habitat",
        Name = new("Slum area upgrading", "Penataan kawasan kumuh"),
        Facts = new(
            "UN-Habitat chose Jambi for slum upgrading with USD 98,950 after visits around PrepCom3 of Habitat III, which 193 countries attended. What followed is a sample.",
            "UN-Habitat memilih Jambi untuk penataan kawasan kumuh senilai USD 98.950 setelah kunjungan pada rangkaian PrepCom3 Habitat III yang dihadiri 193 negara. Kelanjutannya adalah contoh."),
        Source = Sources.Jambi,
        HasSampleDates = true,
        Sector = "43030",
        RpjmdAlignment = "Contoh: mendukung sasaran pengurangan kawasan kumuh dalam RPJMD Kota Jambi.",
        PartnerProgramme = "Contoh: Agenda Baru Perkotaan (New Urban Agenda).",
        Partners = [("UN-Habitat", PartnerRole.Funding)],
        Amounts = [(AmountKind.Agreement, 98_950m, "USD")],
        Owner = Role.Staff,
        RegisteredOn = -760,
        Story =
        [
            .. UnHabitatGates.Identification(-660),
            new Edit(-480, details => details with { Amounts = [.. details.Amounts, (AmountKind.Counterpart, Rupiah(150_000_000m))] }),
            .. UnHabitatGates.Preparation(-470),
            .. UnHabitatGates.Appraisal(-330),
            new Edit(-126, details => details with
            {
                Dates = details.Dates with { SignedOn = today.AddDays(-128), ClosingOn = today.AddDays(420) },
            }),
            .. UnHabitatGates.Negotiation(-125),
            new Attach(-80, "work-plan", "Rencana kerja tahun pertama (contoh)"),
            new Meet(-78, "work-plan-due"),
            new Attach(-50, "committee-minutes", "Notulen komite pengarah pertama (contoh)", AsText: true),
            new Confirm(-70, "grants-registered", Role.Finance, "Nomor register: contoh."),
            new Meet(-70, "grant-registration"),
            new Fund(-49, FinancingSamples.SlumUpgrading),
            new Set(-48, -1, "Kirim foto kemajuan ke UN-Habitat (contoh)"),
            new Set(-48, 5, "Bayar kontraktor termin pertama (contoh)", Role.Finance),
            new Set(-48, 60, "Rapat koordinasi kedua (contoh)", Role.Manager),
        ],
    };

    /// <summary>In evaluation, with the joint review overdue.</summary>
    private static DemoCase EnglishTraining(DateOnly today) => new()
    {
        Code = "JMB-SCP-ENGLISH",
        Unit = DemoUnits.Jambi,
        Template = "technical-cooperation",
        Name = new("Basic English training for civil servants", "Pelatihan dasar bahasa Inggris bagi ASN"),
        Facts = new(
            "Singapore trains civil servants in Jambi under the Singapore Cooperation Programme: three years running, hundreds of staff, fully funded by Singapore.",
            "Singapura melatih ASN di Jambi melalui Singapore Cooperation Programme: tiga tahun berturut-turut, ratusan pegawai, sepenuhnya dibiayai Singapura."),
        Source = Sources.Jambi,
        HasSampleDates = true,
        Sector = "43081",
        RpjmdAlignment = "Contoh: mendukung peningkatan mutu aparatur dalam RPJMD Kota Jambi.",
        PartnerProgramme = "Singapore Cooperation Programme.",
        Partners = [("SCP", PartnerRole.Funding), ("Singapore", PartnerRole.Accountable)],
        Owner = Role.Staff,
        RegisteredOn = -400,
        History = Stages.UpTo(Implementation, today.AddDays(-1180)),
        Story =
        [
            new Attach(-380, "progress-report", "Laporan pelatihan tahun kedua (contoh)"),
            new Attach(-150, "progress-report", "Laporan pelatihan tahun ketiga (contoh)"),
            new Edit(-120, details => details with { Dates = details.Dates with { CompletedOn = today.AddDays(-130) } }),
            .. TechnicalCooperationGates.Implementation(-100),
            new Set(-90, 3, "Kumpulkan daftar alumni pelatihan (contoh)"),
            new Set(-90, 30, "Usulan angkatan berikutnya kepada SCP (contoh)", Role.Manager),
            new Attach(-20, "lessons-learned", "Pembelajaran pelatihan bahasa Inggris (contoh)"),
            new Confirm(-15, "obstacles-recorded", Role.Staff, "O5.2 (contoh)."),
        ],
    };

    private static DemoCase StrategicPartners(DateOnly today) => new()
    {
        Code = "JMB-MITRA-STRATEGIS",
        Unit = DemoUnits.Jambi,
        Name = new("Strategic partners of Kota Jambi", "Mitra strategis Kota Jambi"),
        Facts = new(
            "Singapore, China, South Korea, Denmark, Germany, UCLG ASPAC and ICLEI are named as strategic partners; the follow-up is weak (O10.3).",
            "Singapura, Tiongkok, Korea Selatan, Denmark, Jerman, UCLG ASPAC dan ICLEI disebut sebagai mitra strategis; tindak lanjutnya lemah (O10.3)."),
        Source = Sources.Jambi,
        HasSampleDates = true,
        Partners =
        [
            ("Singapore", PartnerRole.Implementing), ("China", PartnerRole.Implementing), ("Republic of Korea", PartnerRole.Implementing),
            ("Denmark", PartnerRole.Implementing), ("Germany", PartnerRole.Implementing), ("UCLG ASPAC", PartnerRole.Implementing), ("ICLEI", PartnerRole.Implementing),
        ],
        Owner = Role.Staff,
        History = Stages.UpTo(StateCodes.Identification, today.AddDays(-75)),
        Story = [new Set(-30, 33, "Petakan kebutuhan sebelum menghubungi mitra (contoh)")],
    };

    private static Money Rupiah(decimal amount) => Money.From(amount, Currencies.All["IDR"])!.Value;
}

using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Appraisal;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Appraisals of Jambi's donor projects. Only the totals of the partners' money come from the sources; all else is a sample and says so.</summary>
internal static class AppraisalSamples
{
    private static readonly IReadOnlyList<(PositionKind Kind, string Title, string Duties, Role? Person, string Name)> Unit =
    [
        (PositionKind.Head, "Kepala PMU (contoh)", "Memimpin unit dan memutuskan perubahan rencana kerja.", Role.Manager, ""),
        (PositionKind.Finance, "Bendahara PMU (contoh)", "Permohonan penarikan dana, pembukuan dan laporan keuangan.", Role.Finance, ""),
        (PositionKind.Procurement, "Staf pengadaan (contoh)", "Rencana pengadaan, lelang dan kontrak.", null, "Nama contoh"),
        (PositionKind.Technical, "Tenaga ahli lingkungan (contoh)", "Pemantauan lingkungan dan sosial.", null, ""),
    ];

    private static readonly IReadOnlyList<StepInput> Steps =
    [
        new() { Number = 1, Level = "Tim lapangan (contoh)", Decider = "Staf PMU di lokasi", Days = 7, Contact = "Buku catatan masalah di kantor lapangan." },
        new() { Number = 2, Level = "Unit proyek (contoh)", Decider = "Kepala PMU", Days = 14, Contact = "Rapat mingguan PMU." },
        new() { Number = 3, Level = "Komite pengarah (contoh)", Decider = "Sekretaris Daerah bersama mitra", Days = 30, Contact = "Surat kepada sekretariat komite." },
        new() { IsForComplaints = true, Number = 1, Level = "Pengaduan warga (contoh)", Decider = "Kepala PMU", Days = 14, Contact = "Loket pengaduan di kelurahan." },
    ];

    public static AppraisalSample Landfill { get; } = new()
    {
        Currencies = ("EUR", "IDR"),
        DecreedOn = -870,
        Components =
        [
            ("Sel sanitari dan pengolahan lindi (contoh)", "Sampah kota ditimbun tanpa mencemari air tanah.",
            [
                new("Pembangunan sel sanitari (contoh)", "Sel kedap air dengan lapisan pelindung.", "Dinas PUPR", 9, 24, 7_200_000m, 9_500_000_000m),
                new("Instalasi pengolahan lindi (contoh)", "Air lindi memenuhi baku mutu.", "Dinas PUPR", 15, 15, 2_900_000m, 3_000_000_000m),
            ]),
            ("Penangkapan gas dan penutupan sel lama (contoh)", "Emisi gas rumah kaca turun.",
            [
                new("Jaringan penangkap gas (contoh)", "Gas metana ditangkap dan dibakar.", "Dinas Lingkungan Hidup", 24, 15, 1_500_000m),
            ]),
            ("Penguatan pengelola dan konsultan (contoh)", "TPA dikelola unit yang mampu menutup biaya operasinya.",
            [
                new("Konsultan pelaksana (contoh)", "Desain rinci dan pengawasan.", "PMU", 3, 36, 1_400_000m),
                new("Pelatihan operator dan tarif layanan (contoh)", "Operator terlatih; tarif ditetapkan.", "UPTD TPA", 18, 18, 400_000m, 1_250_000_000m),
            ]),
        ],
        Positions = Unit,
        Risks =
        [
            (new RiskInput { Title = "Contoh: batas lahan sel baru dipersoalkan kembali.", Kind = RiskKind.EnvironmentalSocial, ObstacleCode = "O10.9", Likelihood = 3, Impact = 5, Measure = "Penetapan batas bersama warga sebelum lelang." }, Role.Staff),
            (new RiskInput { Title = "Contoh: dana pendamping tidak dianggarkan tepat waktu.", Kind = RiskKind.Financial, ObstacleCode = "O4.1", Likelihood = 4, Impact = 4, Measure = "Angka dana pendamping disepakati dengan BPKAD sebelum KUA-PPAS." }, Role.Finance),
            (new RiskInput { Title = "Contoh: lelang pekerjaan utama tertunda.", Kind = RiskKind.Operational, ObstacleCode = "O10.10", Likelihood = 3, Impact = 3, Measure = "Dokumen lelang disiapkan bersama konsultan sebelum perjanjian berlaku." }, Role.Staff),
            (new RiskInput { Title = "Contoh: hujan lebat menghambat pekerjaan tanah.", Kind = RiskKind.Natural, ObstacleCode = "O10.12", Likelihood = 4, Impact = 1, Response = RiskResponse.Accept }, null),
        ],
        Steps = Steps,
        Drafts =
        [
            (LegalDraftKind.LoanOrGrantAgreement, "Perjanjian pinjaman dengan KfW (contoh)", LegalDraftState.Agreed, -700),
            (LegalDraftKind.OnGrantingAgreement, "Perjanjian penerusan hibah kepada Kota Jambi (contoh)", LegalDraftState.Agreed, -685),
            (LegalDraftKind.ProjectAgreement, "Separate Agreement dengan pelaksana proyek (contoh)", LegalDraftState.Agreed, -690),
        ],
    };

    public static AppraisalSample WasteSorting { get; } = new()
    {
        Currencies = ("EUR", "IDR"),
        Components =
        [
            ("Fasilitas pemilahan (contoh)", "Sampah dipilah sebelum ditimbun.",
            [
                new("Bangunan dan jalur pemilahan (contoh)", "Fasilitas beroperasi.", "Dinas PUPR", 9, 18, 2_400_000m, 4_000_000_000m),
            ]),
            ("Penguatan pengelola (contoh)", "Fasilitas dikelola unit yang terlatih.",
            [
                new("Pelatihan operator (contoh)", "Operator terlatih.", "Dinas Lingkungan Hidup", 18, 12, 250_000m, 600_000_000m),
            ]),
        ],
        Positions = Unit,
        Risks =
        [
            (new RiskInput { Title = "Contoh: dana pendamping tidak dianggarkan tepat waktu.", Kind = RiskKind.Financial, ObstacleCode = "O4.1", Likelihood = 4, Impact = 4, Measure = "Angka dana pendamping disepakati dengan BPKAD sebelum KUA-PPAS." }, Role.Finance),
            (new RiskInput { Title = "Contoh: hasil pilahan tidak terjual.", Kind = RiskKind.Operational, Likelihood = 3, Impact = 3, Measure = "Kesepakatan dengan pembeli sebelum fasilitas dibuka." }, Role.Staff),
        ],
        Steps = Steps,
        Drafts =
        [
            (LegalDraftKind.LoanOrGrantAgreement, "Perjanjian pinjaman dengan KfW (contoh)", LegalDraftState.UnderReview, 45),
            (LegalDraftKind.OnGrantingAgreement, "Perjanjian penerusan hibah kepada Kota Jambi (contoh)", LegalDraftState.Draft, 75),
            (LegalDraftKind.ProjectAgreement, "Separate Agreement dengan pelaksana proyek (contoh)", LegalDraftState.Outline, 90),
        ],
    };

    public static AppraisalSample Wastewater { get; } = new()
    {
        Currencies = ("IDR", "IDR"),
        Components =
        [
            ("Instalasi pengolahan air limbah (contoh)", "Air limbah Jambi Timur diolah sebelum dibuang.",
            [
                new("Pembangunan IPAL (contoh)", "IPAL beroperasi.", "Dinas PUPR", 12, 30, 280_000_000_000m, 12_000_000_000m),
            ]),
            ("Jaringan perpipaan dan sambungan rumah (contoh)", "Rumah tangga tersambung ke jaringan.",
            [
                new("Pipa induk dan lateral (contoh)", "Jaringan terpasang.", "Dinas PUPR", 15, 33, 245_000_000_000m, 9_250_000_000m),
                new("Sambungan rumah (contoh)", "Rumah tangga tersambung.", "UPTD air limbah", 24, 30, 65_000_000_000m, 10_000_000_000m),
            ]),
            ("Pengelolaan proyek (contoh)", "Proyek dikelola sesuai PAM.",
            [
                new("Konsultan pengelola dan pengawas (contoh)", "Laporan triwulanan.", "PMU", 6, 54, 35_000_000_000m),
            ]),
        ],
        Positions = Unit,
        Risks =
        [
            (new RiskInput { Title = "Contoh: DPRD tidak menyetujui dana pendamping.", Kind = RiskKind.Political, ObstacleCode = "O4.2", Likelihood = 3, Impact = 5, Measure = "Rincian per tahun dibahas dengan DPRD lebih awal." }, Role.Manager),
            (new RiskInput { Title = "Contoh: warga enggan menyambung.", Kind = RiskKind.EnvironmentalSocial, Likelihood = 3, Impact = 4, Measure = "Sosialisasi dan keringanan biaya sambungan." }, Role.Staff),
            (new RiskInput { Title = "Contoh: penggalian jalan mengganggu lalu lintas.", Kind = RiskKind.Operational, Likelihood = 5, Impact = 2, Measure = "Jadwal penggalian malam hari dan jalan alternatif." }, Role.Staff),
        ],
        Steps = Steps,
        Drafts =
        [
            (LegalDraftKind.LoanOrGrantAgreement, "Perjanjian pinjaman dengan ADB (contoh)", LegalDraftState.Draft, 120),
            (LegalDraftKind.OnGrantingAgreement, "Perjanjian penerusan pinjaman kepada Kota Jambi (contoh)", LegalDraftState.Outline, 150),
        ],
    };

    public static AppraisalSample Settlements { get; } = new()
    {
        Currencies = ("USD", "IDR"),
        Positions = Unit,
        Risks =
        [
            (new RiskInput { Title = "Contoh: status tanah warga belum jelas.", Kind = RiskKind.EnvironmentalSocial, ObstacleCode = "O10.9", Likelihood = 3, Impact = 4, Measure = "Verifikasi kepemilikan bersama kantor pertanahan." }, Role.Staff),
            (new RiskInput { Title = "Contoh: swadaya warga lebih kecil dari rencana.", Kind = RiskKind.Financial, Likelihood = 3, Impact = 3, Measure = "Kesepakatan tertulis dengan kelompok warga per kelurahan." }, Role.Staff),
            (new RiskInput { Title = "Contoh: pergantian pejabat penanggung jawab.", Kind = RiskKind.Political, Likelihood = 2, Impact = 3, Measure = "Penanggung jawab pengganti ditetapkan sejak awal." }, Role.Manager),
        ],
        Steps = Steps,
    };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Data.Ledger;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> contract)
    {
        contract.ToTable("Contracts");
        contract.Property(c => c.PackageNumber).HasMaxLength(60);
        contract.Property(c => c.Description).HasMaxLength(500);
        contract.Property(c => c.Contractor).HasMaxLength(200);
        contract.Property(c => c.CountryCode).HasMaxLength(2);
        contract.Property(c => c.Number).HasMaxLength(100);
        contract.Property(c => c.DonorNumber).HasMaxLength(60);
        contract.Property(c => c.CurrencyCode).HasMaxLength(3);
        contract.Property(c => c.Percentage).HasPrecision(7, 6);
        contract.Property(c => c.RetentionPercentage).HasPrecision(7, 6);
        contract.Property(c => c.PhysicalProgress).HasPrecision(7, 6);
        contract.Ignore(c => c.Currency);
        contract.Ignore(c => c.Price);
        contract.OfFinancing();
        contract.HasOne<ExpenditureCategory>().WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Restrict);
        contract.HasIndex(c => new { c.FinancingId, c.PackageNumber }).IsUnique();
    }
}

internal sealed class ContractVariationConfiguration : IEntityTypeConfiguration<ContractVariation>
{
    public void Configure(EntityTypeBuilder<ContractVariation> variation)
    {
        variation.ToTable("ContractVariations");
        variation.Property(v => v.Number).HasMaxLength(60);
        variation.Property(v => v.Reason).HasMaxLength(500);
        variation.OfFinancing();
        variation.HasOne<Contract>().WithMany().HasForeignKey(v => v.ContractId).OnDelete(DeleteBehavior.Restrict);
        variation.HasIndex(v => new { v.ContractId, v.On });
    }
}

internal sealed class GuaranteeConfiguration : IEntityTypeConfiguration<Guarantee>
{
    public void Configure(EntityTypeBuilder<Guarantee> guarantee)
    {
        guarantee.ToTable("Guarantees");
        guarantee.Property(g => g.Number).HasMaxLength(100);
        guarantee.Property(g => g.Issuer).HasMaxLength(200);
        guarantee.Property(g => g.CurrencyCode).HasMaxLength(3);
        guarantee.OfFinancing();
        guarantee.HasOne<Contract>().WithMany().HasForeignKey(g => g.ContractId).OnDelete(DeleteBehavior.Restrict);
        guarantee.HasOne<Deadline>().WithMany().HasForeignKey(g => g.DeadlineId).OnDelete(DeleteBehavior.NoAction);
        guarantee.HasIndex(g => new { g.ContractId, g.ExpiresOn });
    }
}

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.ToTable("Invoices");
        invoice.Property(i => i.Number).HasMaxLength(100);
        invoice.Property(i => i.Description).HasMaxLength(500);
        invoice.Property(i => i.Payee).HasMaxLength(200);
        invoice.Property(i => i.CountryCode).HasMaxLength(2);
        invoice.Property(i => i.CurrencyCode).HasMaxLength(3);
        invoice.Property(i => i.PaymentReference).HasMaxLength(100);
        invoice.Property(i => i.BankReference).HasMaxLength(100);
        invoice.Ignore(i => i.Currency);
        invoice.Ignore(i => i.GrossAmount);
        invoice.OfFinancing();
        invoice.HasOne<Contract>().WithMany().HasForeignKey(i => i.ContractId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<ExpenditureCategory>().WithMany().HasForeignKey(i => i.CategoryId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<Document>().WithMany().HasForeignKey(i => i.DocumentId).OnDelete(DeleteBehavior.NoAction);

        // The lists of a financing and of a contract; whoever enters one twice is told.
        invoice.HasIndex(i => new { i.FinancingId, i.On });
        invoice.HasIndex(i => i.ContractId);
        invoice.HasIndex(i => new { i.FinancingId, i.Number });
    }
}

"""Our words in the terms of the W3C Data Privacy Vocabulary 2.3, with its extensions for data, places and the GDPR.

A term stands here only when the published vocabulary has it. What has no term of its own gets the next broader one;
the words of the declaration stand beside it, so that nothing is lost.
"""

from __future__ import annotations

import re

CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "schema": "https://schema.org/",
}

RELEASE = "https://w3id.org/dpv/2.3"
"""The release whose terms these are."""

PURPOSES = {
    "accounts": "AccountManagement",
    "advertising": "Advertising",
    "analytics": "ServiceUsageAnalytics",
    "applications": "RecruitmentApplicationManagement",
    "appointments": "RequestedServiceProvision",
    "business_partners": "MemberPartnerManagement",
    "chat": "CommunicationForCustomerCare",
    "children": "AgeVerification",
    "claims": "DisputeManagement",
    "compliance": "LegalCompliance",
    "consent": "FulfilmentOfObligation",
    "contact": "CommunicationForCustomerCare",
    "cookies": "TechnicalServiceProvision",
    "credit_checks": "CustomerSolvencyMonitoring",
    "crm": "CustomerRelationshipManagement",
    "direct_marketing": "DirectMarketing",
    "embeds": "RequestedServiceProvision",
    "enquiries": "CommunicationForCustomerCare",
    "event_photos": "PublicRelations",
    "events": "ServiceProvision",
    "hosting": "TechnicalServiceProvision",
    "imprint": "LegalCompliance",
    "newsletter": "DirectMarketing",
    "notice": "LegalCompliance",
    "orders": "CustomerOrderManagement",
    "partner_accounts": "MemberPartnerManagement",
    "payments": "PaymentManagement",
    "processors": "OrganisationGovernance",
    "rights": "RightsFulfilment",
    "security": "EnforceSecurity",
    "server_logs": "ServiceMonitoring",
    "shipping": "DeliveryOfGoods",
    "social_links": "RequestedServiceProvision",
    "social_presence": "PublicRelations",
    "soft_opt_in": "DirectMarketing",
    "suppression": "LegalCompliance",
    "talent_pool": "RecruitmentManagement",
    "transfers": "OrganisationGovernance",
    "video_calls": "CommunicationManagement",
    "webinars": "ServiceProvision",
}

DATA = {
    "name": "pd:Name",
    "contact": "pd:Contact",
    "address": "pd:PhysicalAddress",
    "content": "pd:Communication",
    "employer": "pd:Professional",
    "preference": "pd:Preference",
    "application": "pd:Professional",
    "usage": "pd:ServiceConsumptionBehaviour",
    "online_identifiers": "pd:Identifier",
    "device": "pd:DeviceBased",
    "consent_choice": "pd:PrivacyPreference",
    "consent_id": "pd:UID",
    "language": "pd:Language",
    "role": "pd:Job",
    "credentials": "pd:Authenticating",
    "contract": "pd:Transactional",
    "order": "pd:Purchase",
    "payment": "pd:Financial",
    "payment_state": "pd:Transaction",
    "amount": "pd:Transaction",
    "reference": "pd:Transaction",
    "invoice": "pd:Transactional",
    "delivery": "pd:PhysicalAddress",
    "location": "pd:Location",
    "interests": "pd:Interest",
    "conversion": "pd:Purchase",
    "hash": "dpv:PseudonymisedData",
    "pseudonym": "dpv:PseudonymisedData",
    "profile": "pd:IndividualProfile",
    "image": "pd:Picture",
    "sound": "pd:Communication",
    "video": "pd:Picture",
    "recording": "pd:VoiceCommunicationRecording",
    "chat": "pd:Communication",
    "meeting": "pd:CommunicationsMetadata",
    "appointment": "pd:Interaction",
    "credit_score": "pd:CreditScore",
    "birth_date": "pd:BirthDate",
    "guardian": "pd:Parent",
    "files": "pd:PersonalDocuments",
    "claim": "pd:Financial",
    "bank": "pd:BankAccount",
    "qualification": "pd:EducationQualification",
    "purchase_history": "pd:PurchasesAndSpendingHabit",
    "campaign": "pd:BrowsingReferral",
    "page_views": "pd:BrowsingBehaviour",
    "clicks": "pd:LinkClicked",
    "email": "pd:EmailAddress",
    "phone": "pd:TelephoneNumber",
    "company": "pd:Professional",
    "public_profile": "pd:PubliclyAvailableSocialMedia",
    "statistics": "dpv:AnonymisedData",
    "health": "pd:Health",
}

SUBJECTS = {
    "visitors": "Visitor",
    "subscribers": "Subscriber",
    "applicants": "JobApplicant",
    "customers": "Customer",
    "prospects": "Consumer",
    "users": "User",
    "participants": "Participant",
    "guests": "Participant",
    "children": "Child",
    "guardians": "GuardianOfDataSubject",
    "followers": "Visitor",
    "debtors": "Customer",
    "patients": "Patient",
    "employees": "Employee",
}

RIGHTS = ("A7-3", "A13", "A15", "A16", "A17", "A18", "A19", "A20", "A21", "A22", "A77")

TRANSFERS = {
    "dpf": "eu-gdpr:A45-3",
    "adequacy": "eu-gdpr:A45-3",
    "scc": "eu-gdpr:A46-2-c",
    "bcr": "eu-gdpr:A46-2-b",
    "consent": "eu-gdpr:A49-1-a",
    "contract": "eu-gdpr:A49-1-b",
    "claims": "eu-gdpr:A49-1-e",
}

ROLES = {"processor": "DataProcessor", "joint": "JointDataControllers", "authority": "Authority"}


def purpose_term(kind: str) -> str:
    """The purpose of a kind of activity."""
    return f"dpv:{PURPOSES.get(kind, 'Purpose')}"


def data_term(word: str) -> str:
    """A category of personal data."""
    return DATA.get(word, "dpv:PersonalData")


def subject_term(word: str) -> str:
    """A category of data subjects."""
    return f"dpv:{SUBJECTS.get(word, 'DataSubject')}"


def basis_term(basis: str) -> str:
    """A legal basis: the article of the GDPR, else a legal basis without a term of its own."""
    found = re.fullmatch(r"(6|9|49)\((\d)\)\(([a-j])\)", basis)
    return f"eu-gdpr:A{found[1]}-{found[2]}-{found[3]}" if found else "dpv:LegalBasis"


def transfer_term(ground: str) -> str:
    """What a transfer to a third country rests on."""
    return TRANSFERS.get(ground, "dpv:DataTransferLegalBasis")


def recipient_term(role: str) -> str:
    """What a recipient is to the controller."""
    return f"dpv:{ROLES.get(role, 'ThirdParty')}"
